package io.omnigraph.store.lance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.JarEntry;

/**
 * Lance's native library: unpacked once for each user, and loaded from there.
 *
 * <p>Lance unpacks its library from the jar at every start, which takes most of a second. Here the
 * file lies in a cache directory, named by the size and check sum that the jar records for it; it
 * is written beside its place, flushed and renamed, so two processes that do so at once do no harm.
 * Where no cache can be written, Lance unpacks for itself.
 */
public final class NativeLibrary {

  /** System property that names the cache directory. */
  public static final String DIRECTORY = "omnigraph.native.directory";

  private static final String LOADER = "io.questdb.jar.jni.JarJniLoader";
  private static final String NEIGHBOUR = "io.questdb.jar.jni.LoadException";
  private static volatile boolean loaded;

  private NativeLibrary() {}

  /** Whether this process has loaded the library. */
  public static boolean isLoaded() {
    return loaded;
  }

  /** Loads the library unless this process has done so. Called before Lance is first touched. */
  static void load() {
    if (!loaded) {
      loadOnce();
    }
  }

  private static synchronized void loadOnce() {
    if (loaded) {
      return;
    }
    unpacked().ifPresent(NativeLibrary::loadFrom);
    loaded = true;
  }

  /** The unpacked library; empty where Lance has to unpack it for itself. */
  static Optional<Path> unpacked() {
    String name = System.mapLibraryName("lance_jni");
    URL resource =
        NativeLibrary.class.getClassLoader().getResource("nativelib/" + platform() + "/" + name);
    if (resource == null) {
      return Optional.empty();
    }
    try {
      if (!(resource.openConnection() instanceof JarURLConnection connection)) {
        return Optional.empty();
      }
      JarEntry entry = connection.getJarEntry();
      Path file =
          directory()
              .resolve(entry.getSize() + "-" + HexFormat.of().toHexDigits(entry.getCrc(), 8))
              .resolve(name);
      if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
        unpack(connection, file);
      }
      return Optional.of(file);
    } catch (IOException _) {
      // Lance says what is wrong if its own way fails as well.
      return Optional.empty();
    }
  }

  private static void unpack(JarURLConnection connection, Path file) throws IOException {
    Path directory = Files.createDirectories(file.resolveSibling("."));
    Path temporary = directory.resolve(file.getFileName() + "." + UUID.randomUUID());
    try {
      try (InputStream in = connection.getInputStream()) {
        Files.copy(in, temporary);
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Path directory() {
    String property = System.getProperty(DIRECTORY, "");
    if (!property.isBlank()) {
      return Path.of(property);
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path parent = cache == null || cache.isBlank() ? home().resolve(".cache") : Path.of(cache);
    return parent.resolve("omnigraph").resolve("native");
  }

  /** Of somebody who has no home, the place for files that nobody misses. */
  private static Path home() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return home.isAbsolute() ? home : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    return (system.startsWith("mac") ? "darwin" : "linux") + (arm ? "-aarch64" : "-x86-64");
  }

  /**
   * Puts a loader that loads {@code file} into the place of the one that Lance calls, which is not
   * defined yet. Both live in Lance's class loader, as the binding of native methods demands.
   */
  private static void loadFrom(Path file) {
    byte[] loader =
        ClassFile.of()
            .build(
                ClassDesc.of(LOADER),
                type ->
                    type.withFlags(
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT)
                        .withMethodBody(
                            "loadLib",
                            MethodTypeDesc.of(
                                ConstantDescs.CD_void,
                                ConstantDescs.CD_Class,
                                ConstantDescs.CD_String,
                                ConstantDescs.CD_String),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                            code ->
                                code.ldc(file.toAbsolutePath().toString())
                                    .invokestatic(
                                        ClassDesc.of("java.lang.System"),
                                        "load",
                                        MethodTypeDesc.of(
                                            ConstantDescs.CD_void, ConstantDescs.CD_String))
                                    .return_()));
    try {
      Class<?> neighbour = Class.forName(NEIGHBOUR, false, NativeLibrary.class.getClassLoader());
      MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(loader);
    } catch (LinkageError _) {
      // Somebody else has loaded Lance already, in its own way; that is as good.
      return;
    } catch (ReflectiveOperationException e) {
      throw new UncheckedIOException(new IOException("cannot prepare Lance's native library", e));
    }
  }
}

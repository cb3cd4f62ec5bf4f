package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine keeps nothing for the whole process: whatever its classes hold in static fields, down
 * to the last object, is a constant.
 */
class EngineStateTest {

  private static final List<String> ENGINE =
      Stream.of("ground", "values", "schema", "graph", "store", "io", "query", "execute")
          .map(module -> "io.omnigraph." + module)
          .toList();

  /** What a process has one of: the native library, and the locks of files that it holds. */
  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "io.omnigraph.store.lance.NativeLibrary.loaded",
          "io.omnigraph.ground.storage.FileStorage.LOCKS");

  private static final List<Class<?>> CHANGING =
      List.of(Reference.class, ThreadLocal.class, Thread.class, Iterable.class, Map.class);

  @Test
  void whatIsKeptForTheWholeProcessIsConstant() throws ReflectiveOperationException {
    Set<String> changing = new TreeSet<>();
    int fields = 0;
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        boolean isKept = Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
        if (isKept && !OF_THE_PROCESS.contains(name(field))) {
          fields++;
          look(field, changing);
        }
      }
    }

    assertThat(fields).isGreaterThan(500);
    assertThat(changing).isEmpty();
  }

  private static List<Class<?>> classes() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ENGINE).stream()
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getName() + "." + field.getName();
  }

  private static void look(Field field, Set<String> changing) throws ReflectiveOperationException {
    String name = name(field);
    if (!Modifier.isFinal(field.getModifiers())) {
      changing.add(name + " is not final");
      return;
    }
    field.setAccessible(true);
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    add(field.get(null), open);
    while (!open.isEmpty()) {
      Object value = open.pop();
      if (!seen.add(value)) {
        continue;
      }
      if (isChanging(value.getClass())) {
        changing.add(name + " leads to a " + value.getClass().getName());
      } else {
        follow(value, name, open, changing);
      }
    }
  }

  /** Whether objects of a type are there to be changed. */
  private static boolean isChanging(Class<?> type) {
    String name = type.getName();
    if (name.startsWith("java.util.concurrent.") || name.startsWith("com.github.benmanes.")) {
      return true;
    }
    boolean isFixed =
        name.startsWith("java.util.ImmutableCollections")
            || name.startsWith("java.util.Collections$")
            || Path.class.isAssignableFrom(type);
    return name.startsWith("java.")
        && !isFixed
        && CHANGING.stream().anyMatch(changing -> changing.isAssignableFrom(type));
  }

  private static void follow(Object value, String name, Deque<Object> open, Set<String> changing)
      throws ReflectiveOperationException {
    if (value instanceof Collection<?> elements) {
      elements.forEach(element -> add(element, open));
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> add(key, open));
      map.values().forEach(each -> add(each, open));
    } else if (value instanceof Object[] array) {
      Stream.of(array).forEach(element -> add(element, open));
    }
    if (value.getClass().getName().startsWith("io.omnigraph.")) {
      for (Field field : fields(value.getClass())) {
        if (!Modifier.isFinal(field.getModifiers())) {
          changing.add(name + " leads to " + name(field));
        }
        field.setAccessible(true);
        add(field.get(value), open);
      }
    }
  }

  /** The fields of an object, those of the classes above it too. */
  private static List<Field> fields(Class<?> type) {
    return Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
        .flatMap(c -> Stream.of(c.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getDeclaringClass().getName().startsWith("io.omnigraph."))
        .toList();
  }

  private static void add(@Nullable Object value, Deque<Object> open) {
    if (value != null) {
      open.push(value);
    }
  }
}

package io.omnigraph.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "omnigraph " + (version == null ? "development" : version);
  }
}

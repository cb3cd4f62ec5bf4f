package io.omnigraph.store.lance;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Lance has to be told about an object store, from the environment
 * (docs/reference/graph-engine.md §1.1). Nothing for local roots.
 */
final class StorageOptions {

  private static final Set<String> TRUE =
      Set.of("1", "true", "TRUE", "True", "yes", "YES", "on", "ON");

  private StorageOptions() {}

  static Map<String, String> of(String root, Map<String, String> environment) {
    return root.startsWith("s3://") ? s3(environment) : Map.of();
  }

  static Map<String, String> s3(Map<String, String> environment) {
    Map<String, String> options = new TreeMap<>();
    String endpoint =
        environment.getOrDefault(
            "AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
    if (!endpoint.isBlank()) {
      options.put("aws_endpoint", endpoint);
    }
    boolean allowHttp = TRUE.contains(environment.getOrDefault("AWS_ALLOW_HTTP", ""));
    options.put("allow_http", String.valueOf(allowHttp || endpoint.startsWith("http://")));
    boolean pathStyle = TRUE.contains(environment.getOrDefault("AWS_S3_FORCE_PATH_STYLE", ""));
    options.put("aws_virtual_hosted_style_request", String.valueOf(!pathStyle));
    copy(environment, "AWS_REGION", options, "aws_region");
    copy(environment, "AWS_ACCESS_KEY_ID", options, "aws_access_key_id");
    copy(environment, "AWS_SECRET_ACCESS_KEY", options, "aws_secret_access_key");
    copy(environment, "AWS_SESSION_TOKEN", options, "aws_session_token");
    return Map.copyOf(options);
  }

  private static void copy(
      Map<String, String> from, String variable, Map<String, String> to, String option) {
    String value = from.get(variable);
    if (value != null && !value.isBlank()) {
      to.put(option, value);
    }
  }
}

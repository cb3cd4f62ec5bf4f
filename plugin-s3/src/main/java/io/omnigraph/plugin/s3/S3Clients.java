package io.omnigraph.plugin.s3;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients from variables of the environment. */
final class S3Clients {

  private static final Set<String> TRUE =
      Set.of("1", "true", "TRUE", "True", "yes", "YES", "on", "ON");

  private S3Clients() {}

  /** The client of this process, which lives as long as the process does. */
  static S3Client ofProcess() {
    return Holder.CLIENT;
  }

  /**
   * A client.
   *
   * @throws IllegalArgumentException when the endpoint is no URI, or is plain HTTP and that is
   *     forbidden
   */
  static S3Client of(Map<String, String> environment) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(credentials(environment))
            .region(Region.of(variable(environment, "AWS_REGION").orElse("us-east-1")))
            .forcePathStyle(TRUE.contains(environment.getOrDefault("AWS_S3_FORCE_PATH_STYLE", "")))
            // Not every compatible server knows the checksums that only S3 itself asks for.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    Stream.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
        .flatMap(name -> variable(environment, name).stream())
        .findFirst()
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Those of the environment; the SDK's own provider says what is missing when some is. */
  private static AwsCredentialsProvider credentials(Map<String, String> environment) {
    Optional<String> key = variable(environment, "AWS_ACCESS_KEY_ID");
    Optional<String> secret = variable(environment, "AWS_SECRET_ACCESS_KEY");
    if (key.isEmpty() || secret.isEmpty()) {
      return EnvironmentVariableCredentialsProvider.create();
    }
    return StaticCredentialsProvider.create(
        variable(environment, "AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(key.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(key.get(), secret.get())));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static final class Holder {
    static final S3Client CLIENT = of(System.getenv());
  }
}

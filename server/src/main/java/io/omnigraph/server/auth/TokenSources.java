package io.omnigraph.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.ActorNames;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.TextFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads the bearer tokens that the environment names, once at the start. */
public final class TokenSources {

  /** One token, of the actor {@code default}. */
  public static final String TOKEN = "OMNIGRAPH_SERVER_BEARER_TOKEN";

  /** The path of a JSON object of tokens by actor. */
  public static final String FILE = "OMNIGRAPH_SERVER_BEARER_TOKENS_FILE";

  /** A JSON object of tokens by actor; ignored beside a file. */
  public static final String JSON = "OMNIGRAPH_SERVER_BEARER_TOKENS_JSON";

  /** A secret of AWS; refused, because it cannot be read here. */
  public static final String AWS_SECRET = "OMNIGRAPH_SERVER_BEARER_TOKENS_AWS_SECRET";

  private static final String SINGLE_ACTOR = "default";

  private final Map<String, String> environment;
  private final TreeMap<String, Digest> digests = new TreeMap<>();
  private final Map<Digest, String> actors = new HashMap<>();

  private TokenSources(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The tokens of an environment: the single one, and those of the file or else of the JSON. */
  public static Loaded load(Map<String, String> environment) {
    return new TokenSources(environment).load();
  }

  private Loaded load() {
    if (value(AWS_SECRET).isPresent()) {
      return new Loaded.Refused(
          AWS_SECRET
              + " is set, but this server cannot read AWS Secrets Manager; unset it and give the"
              + " tokens through "
              + FILE);
    }
    Optional<String> problem = value(TOKEN).flatMap(token -> add(SINGLE_ACTOR, token, TOKEN));
    if (problem.isEmpty()) {
      problem = value(FILE).isPresent() ? addFile(value(FILE).get()) : addInline();
    }
    return problem
        .<Loaded>map(Loaded.Refused::new)
        .orElseGet(() -> new Loaded.Tokens(new TokenTable(digests)));
  }

  private Optional<String> addInline() {
    return value(JSON).flatMap(json -> addObject(json, JSON));
  }

  private Optional<String> addFile(String path) {
    String source = FILE + " `" + path + "`";
    try {
      return addObject(TextFile.read(Path.of(path)), source);
    } catch (IOException | InvalidPathException e) {
      return Optional.of(source + " cannot be read: " + e.getMessage());
    }
  }

  private Optional<String> addObject(String json, String source) {
    // The reason why a text is refused could quote a token.
    return switch (io.omnigraph.ground.json.Json.parse(json)) {
      case ParsedJson.Value(JsonNode object) -> addObject(object, source);
      case ParsedJson.Refused refused ->
          Optional.of(
              source
                  + " is not a JSON object in which every actor stands once, see line "
                  + refused.line());
    };
  }

  private Optional<String> addObject(JsonNode object, String source) {
    if (!object.isObject()) {
      return Optional.of(source + " must be a JSON object of tokens by actor");
    }
    for (var entry : object.properties()) {
      Optional<String> problem =
          entry.getValue().isTextual()
              ? add(entry.getKey(), entry.getValue().textValue(), source)
              : Optional.of(
                  source + " must give the actor `" + entry.getKey() + "` a string as its token");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> add(String writtenActor, String writtenToken, String source) {
    String actor = writtenActor.strip();
    String token = writtenToken.strip();
    Optional<String> misnamed = ActorNames.problem(actor);
    if (misnamed.isPresent()) {
      return Optional.of(source + ": the name of an actor " + misnamed.get());
    }
    if (token.isEmpty()) {
      return Optional.of(source + " has a blank token for the actor `" + actor + "`");
    }
    if (token.codePoints().anyMatch(TokenSources::cannotBeSent)) {
      return Optional.of(
          source
              + " has a token with a blank or a control character for the actor `"
              + actor
              + "`, which no request can carry");
    }
    Digest digest = Digest.of(token);
    if (digests.putIfAbsent(actor, digest) != null) {
      return Optional.of(source + " has a second token for the actor `" + actor + "`");
    }
    String other = actors.putIfAbsent(digest, actor);
    return other == null
        ? Optional.empty()
        : Optional.of(
            source + " gives the actors `" + other + "` and `" + actor + "` the same token");
  }

  private static boolean cannotBeSent(int character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  /** Tokens, or why the server must not start. */
  public sealed interface Loaded {

    /** The tokens; maybe none. */
    record Tokens(TokenTable table) implements Loaded {}

    /** Something is wrong with a source; never names a token. */
    record Refused(String message) implements Loaded {}
  }
}

package io.omnigraph.ground.json;

import io.omnigraph.ground.json.JsonReader.Stop;
import io.omnigraph.ground.source.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;

/** Reads the texts of a JSON text. What is no Unicode is refused. */
final class JsonStrings {

  private final JsonSource source;

  JsonStrings(JsonSource source) {
    this.source = source;
  }

  /** Takes a text, whose opening quote comes next. */
  String read() throws Stop {
    int open = source.at++;
    int from = source.at;
    String plain = run(from);
    if (source.take('"')) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain);
    while (!source.take('"')) {
      if (source.atEnd()) {
        throw new Stop("the text is not closed; add `\"`", open);
      }
      if (source.peek() == '\\') {
        escape(text, from);
      } else {
        text.append(run(source.at));
      }
    }
    return text.toString();
  }

  /** Takes characters up to a quote, an escape or the end. */
  private String run(int from) throws Stop {
    int seen = 0;
    while (source.at < source.end) {
      byte b = source.bytes[source.at];
      if (b == '"' || b == '\\') {
        break;
      }
      if (b >= 0 && b < ' ') {
        throw new Stop(
            "a control character in a text must be written as an escape, such as `\\n`", source.at);
      }
      seen |= b;
      source.at++;
    }
    if (seen < 0) {
      OptionalInt broken = Utf8.firstInvalid(source.bytes, from, source.at);
      if (broken.isPresent()) {
        int at = broken.getAsInt();
        String bytes = Utf8.shown(source.bytes, at, source.end);
        throw new Stop("the bytes `" + bytes + "` are not UTF-8", at);
      }
    }
    return new String(source.bytes, from, source.at - from, StandardCharsets.UTF_8);
  }

  private void escape(StringBuilder text, int from) throws Stop {
    int start = source.at++;
    int escaped = source.peek();
    switch (escaped) {
      case '"', '\\', '/' -> text.append((char) escaped);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        character(text, start, from);
        return;
      }
      default ->
          throw new Stop(
              "a backslash in a text must be followed by one of \" \\ / b f n r t u, found "
                  + source.found(),
              start);
    }
    source.at++;
  }

  private void character(StringBuilder text, int start, int from) throws Stop {
    char first = unit(start);
    if (!Character.isSurrogate(first)) {
      text.append(first);
      return;
    }
    boolean isFollowed = Character.isHighSurrogate(first) && source.takeWord("\\u");
    if (isFollowed) {
      source.at -= 1;
      char second = unit(start);
      if (Character.isLowSurrogate(second)) {
        text.append(first).append(second);
        return;
      }
    }
    throw new Stop(
        "the text `"
            + source.shown(from)
            + "` is not Unicode: `"
            + Utf8.escaped(first)
            + "` is half of a surrogate pair",
        start);
  }

  /** Takes the {@code u} and the four digits of an escape. */
  private char unit(int start) throws Stop {
    int digits = source.at + 1;
    if (digits + 4 > source.end) {
      throw new Stop("`\\u` takes four hexadecimal digits", start);
    }
    for (int i = digits; i < digits + 4; i++) {
      if (!HexFormat.isHexDigit(source.bytes[i])) {
        throw new Stop("`\\u` takes four hexadecimal digits", start);
      }
    }
    source.at = digits + 4;
    String hex = new String(source.bytes, digits, 4, StandardCharsets.US_ASCII);
    return (char) HexFormat.fromHexDigits(hex);
  }
}

package baton.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Looks for texts in bytes: as UTF-8, with the escapes of JSON and of URLs, and in whatever is
 * written in base64.
 */
final class Traces {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

  /** Bytes are searched as Latin-1, in which every byte is one character. */
  private final Map<String, String> textByForm = new LinkedHashMap<>();

  private final Map<String, Set<String>> placesByText = new TreeMap<>();

  Traces(Collection<String> texts) {
    for (String text : texts) {
      String plain = bytes(text);
      List<String> forms =
          List.of(plain, jsonEscaped(text, "\\u%04X"), jsonEscaped(text, "\\u%04x"), url(text));
      forms.forEach(form -> textByForm.put(form, text));
    }
  }

  /** Looks at what stands in a place; what is seen there is remembered. */
  void look(String place, byte[] content) {
    var open = new String(content, ISO_8859_1);
    lookAt(place, open);
    var runs = BASE64.matcher(open);
    while (runs.find()) lookAt(place + " (base64)", decoded(runs.group()));
  }

  /** As {@link #look}, without decoding: for large files. */
  void lookAtRaw(String place, byte[] content) {
    lookAt(place, new String(content, ISO_8859_1));
  }

  /** Where each text was seen; those that were not are missing. */
  Map<String, Set<String>> seen() {
    return placesByText;
  }

  Set<String> placesOf(String text) {
    return placesByText.getOrDefault(text, Set.of());
  }

  private void lookAt(String place, String content) {
    textByForm.forEach(
        (form, text) -> {
          if (content.contains(form))
            placesByText.computeIfAbsent(text, _ -> new TreeSet<>()).add(place);
        });
  }

  /** A run may stand directly behind other letters, so it is read from each of four places. */
  private static String decoded(String run) {
    var plain = new StringBuilder();
    var standard = run.replace('-', '+').replace('_', '/');
    for (int from = 0; from < 4; from++) {
      var rest = standard.substring(from);
      // One letter more than whole groups of four cannot be decoded.
      var whole = rest.length() % 4 == 1 ? rest.substring(0, rest.length() - 1) : rest;
      plain.append(new String(Base64.getDecoder().decode(whole), ISO_8859_1)).append('\n');
    }
    return plain.toString();
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static String jsonEscaped(String text, String form) {
    var escaped = new StringBuilder();
    for (char c : text.toCharArray())
      escaped.append(c < 128 ? String.valueOf(c) : form.formatted((int) c));
    return escaped.toString();
  }

  private static String url(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

package baton.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON object as plain maps, lists and values, with every way out an exception that says so.
 */
final class Json {
  private static final int DEPTH_MAX = 16;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  private final Map<?, ?> members;

  private Json(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * @throws IllegalArgumentException if the bytes are not one object and nothing else
   */
  static Json object(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT)
        throw new IllegalArgumentException("no JSON object");
      Object value = value(parser);
      if (parser.nextToken() != null) throw new IllegalArgumentException("more than one object");
      return new Json((Map<?, ?>) value);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  String text(String name) {
    String text = optionalText(name);
    if (text == null) throw new IllegalArgumentException("'" + name + "' is missing");
    return text;
  }

  String optionalText(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) return (String) value;
    throw new IllegalArgumentException("'" + name + "' is no text");
  }

  long number(String name) {
    if (members.get(name) instanceof Long number) return number;
    throw new IllegalArgumentException("'" + name + "' is no whole number below 2^63");
  }

  int smallNumber(String name) {
    long number = number(name);
    if (number < 0 || number > Integer.MAX_VALUE)
      throw new IllegalArgumentException("'" + name + "' is no number from 0 to 2^31 - 1");
    return (int) number;
  }

  byte[] hash(String name) {
    return hash(name, text(name));
  }

  List<byte[]> hashes(String name) {
    var hashes = new ArrayList<byte[]>();
    for (Object each : list(name)) {
      if (!(each instanceof String text))
        throw new IllegalArgumentException("'" + name + "' is no list of hashes");
      hashes.add(hash(name, text));
    }
    return hashes;
  }

  List<Json> objects(String name) {
    var objects = new ArrayList<Json>();
    for (Object each : list(name)) {
      if (!(each instanceof Map<?, ?> map))
        throw new IllegalArgumentException("'" + name + "' is no list of objects");
      objects.add(new Json(map));
    }
    return objects;
  }

  Json object(String name) {
    if (members.get(name) instanceof Map<?, ?> map) return new Json(map);
    throw new IllegalArgumentException("'" + name + "' is no object");
  }

  private List<?> list(String name) {
    if (members.get(name) instanceof List<?> list) return list;
    throw new IllegalArgumentException("'" + name + "' is no list");
  }

  private static byte[] hash(String name, String text) {
    byte[] hash = Base64Text.decode(text);
    if (hash.length != TreeHash.BYTES)
      throw new IllegalArgumentException("'" + name + "' has a hash that is not 32 bytes long");
    return hash;
  }

  /** A number that no member of the format can have; a member that is not known may. */
  private static final Object UNUSED = new Object();

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        var list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == NumberType.BIG_INTEGER ? UNUSED : parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> UNUSED;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("a value that no proof file has");
    };
  }
}

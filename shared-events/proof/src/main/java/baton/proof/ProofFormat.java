package baton.proof;

import baton.proof.ProofLine.Consistency;
import baton.proof.ProofLine.End;
import baton.proof.ProofLine.Entry;
import baton.proof.ProofLine.Manifest;
import baton.proof.ProofLine.Tree;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes and reads the lines of a proof file: the same line always in the same bytes. */
public final class ProofFormat {
  static final String NAME = "baton-proof/1";

  private ProofFormat() {}

  /** The line's bytes, without a newline. */
  public static byte[] write(ProofLine line) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      switch (line) {
        case Manifest manifest -> write(manifest, json);
        case Entry entry -> write(entry, json);
        case End _ -> json.writeBooleanField("end", true);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written but memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException if the line is none, saying why
   */
  static ProofLine read(byte[] line) {
    Json json = Json.object(line);
    if (json.has("format")) return manifest(json);
    if (json.has("end")) return new End();
    int lines = json.has("lines") ? json.smallNumber("lines") : 1;
    if (lines < 1) throw new IllegalArgumentException("an event of no line");
    return new Entry(
        json.text("topicId"),
        json.smallNumber("partition"),
        json.number("index"),
        json.number("offset"),
        json.optionalText("event"),
        lines,
        json.hash("leaf"),
        json.hashes("path"));
  }

  private static Manifest manifest(Json json) {
    if (!json.text("format").equals(NAME))
      throw new IllegalArgumentException("the format is not " + NAME);
    Json slice = json.object("slice");
    return new Manifest(
        new Slice(
            slice.optionalText("referral"),
            slice.optionalText("force"),
            slice.optionalText("from"),
            slice.optionalText("to")),
        json.number("round"),
        json.objects("trees").stream()
            .map(
                tree ->
                    new Tree(
                        tree.text("topic"),
                        tree.text("topicId"),
                        tree.smallNumber("partition"),
                        tree.text("checkpoint")))
            .toList(),
        json.objects("consistency").stream()
            .map(
                each ->
                    new Consistency(
                        each.text("topicId"),
                        each.smallNumber("partition"),
                        each.number("from"),
                        each.hashes("path")))
            .toList());
  }

  private static void write(Manifest manifest, JsonGenerator json) throws IOException {
    json.writeStringField("format", NAME);
    json.writeObjectFieldStart("slice");
    optional("referral", manifest.slice().referral(), json);
    optional("force", manifest.slice().force(), json);
    optional("from", manifest.slice().from(), json);
    optional("to", manifest.slice().to(), json);
    json.writeEndObject();
    json.writeNumberField("round", manifest.round());
    json.writeArrayFieldStart("trees");
    for (Tree tree : manifest.trees()) {
      json.writeStartObject();
      json.writeStringField("topic", tree.topic());
      json.writeStringField("topicId", tree.topicId());
      json.writeNumberField("partition", tree.partition());
      json.writeStringField("checkpoint", tree.checkpoint());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("consistency");
    for (Consistency each : manifest.consistency()) {
      json.writeStartObject();
      json.writeStringField("topicId", each.topicId());
      json.writeNumberField("partition", each.partition());
      json.writeNumberField("from", each.from());
      hashes("path", each.path(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    json.writeStringField("topicId", entry.topicId());
    json.writeNumberField("partition", entry.partition());
    json.writeNumberField("index", entry.index());
    json.writeNumberField("offset", entry.offset());
    optional("event", entry.event(), json);
    if (entry.lines() > 1) json.writeNumberField("lines", entry.lines());
    json.writeStringField("leaf", Base64Text.encode(entry.leaf()));
    hashes("path", entry.path(), json);
  }

  private static void hashes(String name, List<byte[]> hashes, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (byte[] hash : hashes) json.writeString(Base64Text.encode(hash));
    json.writeEndArray();
  }

  private static void optional(String name, String value, JsonGenerator json) throws IOException {
    if (value != null) json.writeStringField(name, value);
  }
}

package baton.journal.envelope;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the canonical form by hand: the order of the lines below is the order on the wire. */
final class EnvelopeWriter {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
  private static final int ATTRIBUTES_USUAL = 640;

  private final StringBuilder out;

  private EnvelopeWriter(int length) {
    out = new StringBuilder(length).append('{');
  }

  static byte[] bytes(Envelope e) {
    var writer = new EnvelopeWriter(e.data().length() + ATTRIBUTES_USUAL);
    writer.attribute(Attributes.SPEC_VERSION, "1.0");
    writer.attribute(Attributes.ID, e.id());
    writer.attribute(Attributes.SOURCE, e.source());
    writer.attribute(Attributes.TYPE, e.type());
    writer.attribute(Attributes.SUBJECT, e.subject());
    writer.attribute(Attributes.REFERRAL, e.referral());
    writer.attribute(Attributes.STREAM_SEQUENCE, padded(e.streamSequence()));
    writer.origin(e);
    writer.attribute(Attributes.DATA_CONTENT_TYPE, "application/json");
    writer.out.append(",\"data\":").append(e.data()).append('}');
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String metaData(Envelope e) {
    var writer = new EnvelopeWriter(ATTRIBUTES_USUAL);
    writer.attribute(Attributes.REFERRAL, e.referral());
    writer.origin(e);
    return writer.out.append('}').toString();
  }

  private void origin(Envelope e) {
    attribute(Attributes.TIME, e.time());
    attribute(Attributes.RECORDED_TIME, e.recordedTime());
    attribute(Attributes.ACTOR, e.actor());
    attribute(Attributes.ORGANISATION, e.organisation());
    attribute(Attributes.CAUSATION_ID, e.causationId());
    attribute(Attributes.CORRELATION_ID, e.correlationId());
    attribute(Attributes.MARKING, e.marking());
    attribute(Attributes.CUSTODY, e.custodyMoves() ? Attributes.MOVES : null);
    attribute(Attributes.TRACEPARENT, e.traceparent());
  }

  /** Ten digits, so that sequences sort as text. */
  private static String padded(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
  }

  private void attribute(String name, String value) {
    if (value == null) return;
    if (out.length() > 1) out.append(',');
    out.append('"').append(name).append("\":\"");
    ENCODER.quoteAsString(value, out);
    out.append('"');
  }
}

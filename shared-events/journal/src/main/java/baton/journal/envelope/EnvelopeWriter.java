package baton.journal.envelope;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the canonical form by hand: the order of the lines below is the order on the wire. */
final class EnvelopeWriter {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
  private static final int ATTRIBUTES_USUAL = 640;

  private final StringBuilder out;

  private EnvelopeWriter(int dataLength) {
    out = new StringBuilder(dataLength + ATTRIBUTES_USUAL);
  }

  static byte[] bytes(Envelope e) {
    var writer = new EnvelopeWriter(e.data().length());
    writer.out.append("{\"specversion\":\"1.0\"");
    writer.attribute(Attributes.ID, e.id());
    writer.attribute(Attributes.SOURCE, e.source());
    writer.attribute(Attributes.TYPE, e.type());
    writer.attribute(Attributes.SUBJECT, e.subject());
    writer.attribute(Attributes.REFERRAL, e.referral());
    writer.attribute(Attributes.STREAM_SEQUENCE, padded(e.streamSequence()));
    writer.attribute(Attributes.TIME, e.time());
    writer.attribute(Attributes.RECORDED_TIME, e.recordedTime());
    writer.attribute(Attributes.ACTOR, e.actor());
    writer.attribute(Attributes.ORGANISATION, e.organisation());
    writer.attribute(Attributes.CAUSATION_ID, e.causationId());
    writer.attribute(Attributes.CORRELATION_ID, e.correlationId());
    writer.attribute(Attributes.MARKING, e.marking());
    writer.attribute(Attributes.CUSTODY, e.custodyMoves() ? Attributes.MOVES : null);
    writer.attribute(Attributes.TRACEPARENT, e.traceparent());
    writer.attribute(Attributes.DATA_CONTENT_TYPE, "application/json");
    writer.out.append(",\"data\":").append(e.data()).append('}');
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Ten digits, so that sequences sort as text. */
  private static String padded(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
  }

  private void attribute(String name, String value) {
    if (value == null) return;
    out.append(",\"").append(name).append("\":\"");
    ENCODER.quoteAsString(value, out);
    out.append('"');
  }
}

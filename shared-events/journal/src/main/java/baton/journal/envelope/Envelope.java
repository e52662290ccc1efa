package baton.journal.envelope;

import static java.util.Objects.requireNonNull;

/**
 * One event as it stands on the log: a CloudEvents 1.0 document in structured JSON mode. Its bytes
 * are canonical (attributes in a fixed order, null ones left out), so a stored row gives the same
 * bytes every time. Source: design section 3.
 *
 * @param id a UUIDv7
 * @param source the service that wrote it, such as {@code /intake-service}
 * @param type the wire name
 * @param subject the stream within that service
 * @param referral the record key; null on the register
 * @param streamSequence counts from 0 within (source, subject)
 * @param time when it happened in the world, see {@link Times}
 * @param recordedTime when it was recorded, see {@link Times}
 * @param causationId the event or request that led to it, or null
 * @param correlationId the first request of the chain, or null
 * @param marking the government security classification
 * @param custodyMoves {@code "custody":"moves"}
 * @param traceparent W3C trace context, or null
 * @param data the event itself, a JSON object as it was first written
 */
public record Envelope(
    String id,
    String source,
    String type,
    String subject,
    String referral,
    long streamSequence,
    String time,
    String recordedTime,
    String actor,
    String organisation,
    String causationId,
    String correlationId,
    String marking,
    boolean custodyMoves,
    String traceparent,
    String data) {
  /** An encoded event is at most this long, in bytes; checked before it is committed. */
  public static final int MAX_BYTES = 512 * 1024;

  /** Where a command says nothing else. */
  public static final String DEFAULT_MARKING = "OFFICIAL-SENSITIVE";

  public Envelope {
    requireNonNull(id, Attributes.ID);
    requireNonNull(source, Attributes.SOURCE);
    requireNonNull(type, Attributes.TYPE);
    requireNonNull(subject, Attributes.SUBJECT);
    requireNonNull(time, Attributes.TIME);
    requireNonNull(recordedTime, Attributes.RECORDED_TIME);
    requireNonNull(actor, Attributes.ACTOR);
    requireNonNull(organisation, Attributes.ORGANISATION);
    requireNonNull(marking, Attributes.MARKING);
    requireNonNull(data, Attributes.DATA);
  }

  /** The canonical bytes, UTF-8. */
  public byte[] bytes() {
    return EnvelopeWriter.bytes(this);
  }

  /** The attributes that a stored row keeps in {@code meta_data}: a JSON object of strings. */
  public String metaData() {
    return EnvelopeWriter.metaData(this);
  }

  /**
   * Reads an event in any attribute order; unknown attributes are ignored.
   *
   * @throws UnreadableEvent if the bytes are no event
   */
  public static Envelope parse(byte[] bytes) {
    return EnvelopeReader.parse(bytes);
  }

  /**
   * The event of a row of {@code event_entry}; {@code data} and the attributes stand as they were
   * stored.
   *
   * @param metaData the row's attributes, a JSON object of strings
   * @throws UnreadableEvent if the row's attributes are incomplete
   */
  public static Envelope ofRow(
      String source,
      String payloadType,
      String aggregateIdentifier,
      long sequence,
      String eventIdentifier,
      String metaData,
      String payload) {
    return EnvelopeReader.ofRow(
        source, payloadType, aggregateIdentifier, sequence, eventIdentifier, metaData, payload);
  }
}

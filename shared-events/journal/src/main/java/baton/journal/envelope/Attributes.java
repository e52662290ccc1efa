package baton.journal.envelope;

/**
 * Names of the envelope's attributes. The metadata of a command, of an Axon event message and of a
 * stored row use the same names. CloudEvents allows lower-case letters and digits only.
 */
public final class Attributes {
  public static final String REFERRAL = "referral";
  public static final String TIME = "time";
  public static final String RECORDED_TIME = "recordedtime";

  /** Who acted, as {@link baton.contract.Actor} writes itself. */
  public static final String ACTOR = "actor";

  /** On whose behalf the actor acted. */
  public static final String ORGANISATION = "organisation";

  public static final String CAUSATION_ID = "causationid";
  public static final String CORRELATION_ID = "correlationid";

  /** Government security classification. */
  public static final String MARKING = "marking";

  /** Present, as {@link #MOVES}, on events that move custody. */
  public static final String CUSTODY = "custody";

  public static final String MOVES = "moves";

  /** W3C trace context. */
  public static final String TRACEPARENT = "traceparent";

  static final String SPEC_VERSION = "specversion";
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String TYPE = "type";
  static final String SUBJECT = "subject";
  static final String STREAM_SEQUENCE = "streamsequence";
  static final String DATA_CONTENT_TYPE = "datacontenttype";
  static final String DATA = "data";

  private Attributes() {}
}

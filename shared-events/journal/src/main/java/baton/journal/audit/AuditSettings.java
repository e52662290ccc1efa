package baton.journal.audit;

import baton.journal.envelope.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * @param source the service, such as {@code /intake-service}
 * @param topics what is compared
 * @param kafka how to reach the broker: {@code bootstrap.servers} and security
 * @param after the first audit of a store begins so long after the start; system time
 * @param every from the end of one audit to the beginning of the next; system time
 * @param recordsPerSecond how much of the log is read at most, so that nobody else has to wait
 */
public record AuditSettings(
    String source,
    List<String> topics,
    Map<String, Object> kafka,
    Duration after,
    Duration every,
    int recordsPerSecond) {
  public AuditSettings {
    if (recordsPerSecond < 1)
      throw new IllegalArgumentException("an audit reads at least one record a second");
    topics = List.copyOf(topics);
    kafka = Map.copyOf(kafka);
  }

  /** Everything that a service may have written. */
  public static AuditSettings of(
      String source,
      Map<String, Object> kafka,
      Duration after,
      Duration every,
      int recordsPerSecond) {
    return new AuditSettings(source, Topics.OF_EVENTS, kafka, after, every, recordsPerSecond);
  }

  String service() {
    return source.substring(1);
  }
}

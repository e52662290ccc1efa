package baton.allocation.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * An entry as a Kafka record: CloudEvents' Kafka binding in structured mode, keyed by referral, so
 * that all of a referral is in one partition and in order.
 */
final class TopicRecords {
  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type", "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8)));

  private TopicRecords() {}

  static ProducerRecord<byte[], byte[]> of(String topic, FeedReading.Given entry) {
    // The answer to a command that named no referral stands beside the others of its kind.
    String key = entry.document().path("subject").asText(entry.type());
    return new ProducerRecord<>(topic, null, key.getBytes(UTF_8), bytes(entry), HEADERS);
  }

  private static byte[] bytes(FeedReading.Given entry) {
    try {
      return JournalJson.mapper().writeValueAsBytes(entry.document());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of a feed has no JSON", e);
    }
  }
}

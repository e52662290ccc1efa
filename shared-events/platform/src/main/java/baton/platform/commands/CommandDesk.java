package baton.platform.commands;

import baton.platform.topics.ForceTopics.Topic;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is done with a record of a commands topic. Each moves the place, and answers the force, in
 * one transaction with what it does.
 */
public interface CommandDesk {
  /**
   * One record of a commands topic.
   *
   * @param from the place at which its partition is expected to stand
   */
  record Sent(Topic topic, ConsumerRecord<?, byte[]> record, long from) {
    public long next() {
      return record.offset() + 1;
    }

    /** Names the record for ever, and so its answer. */
    public UUID id() {
      return CommandId.of(topic.id(), record.partition(), record.offset(), record.timestamp());
    }
  }

  /**
   * Does and answers it, or refuses and answers it; passes over what another service takes.
   *
   * @throws CommandPlaces.TakenByAnother if another instance did
   * @throws RuntimeException where it can be neither done nor refused now
   */
  void take(Sent sent);

  /** Answers what cannot be done, so that those behind it are; passes over likewise. */
  void giveUp(Sent sent);

  /**
   * Answers what may have been done before the database or the end of the topic was lost, and does
   * not do it: a person looks. What was answered before is not answered again. Passes over
   * likewise.
   */
  void leave(Sent sent);
}

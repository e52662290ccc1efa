package baton.journal.recovery;

import static baton.journal.recovery.Situation.Kind.*;
import static java.util.stream.Collectors.toMap;

import baton.journal.recovery.StoreView.Done;
import baton.journal.recovery.StoreView.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What can be told from positions alone, without reading a record. Pure.
 *
 * <p>A log that lacks only what this store published, and that nobody read, is no situation: the
 * relay publishes it again.
 */
final class Diagnosis {
  private final StoreView store;
  private final LogView log;
  private final List<Situation> found = new ArrayList<>();

  private Diagnosis(StoreView store, LogView log) {
    this.store = store;
    this.log = log;
  }

  static List<Situation> of(StoreView store, LogView log) {
    var diagnosis = new Diagnosis(store, log);
    for (String topic : LogView.TOPICS) diagnosis.look(topic);
    store.trouble().ifPresent(why -> diagnosis.add(STORE_IDS, null, why));
    return diagnosis.found;
  }

  private void look(String topic) {
    List<Mark> marks =
        store.marks().stream()
            .filter(mark -> mark.topic().equals(topic) && mark.done() != Done.COMPARED)
            .toList();
    String id = log.topicIds().get(topic);
    String known =
        marks.stream().map(Mark::topicId).filter(k -> !k.equals(id)).findFirst().orElse(null);
    if (known != null) {
      otherTopic(topic, known, id);
      return;
    }
    Map<TopicPartition, Long> read =
        marks.stream()
            .filter(mark -> mark.done() == Done.READ)
            .collect(toMap(Mark::place, Mark::next));
    // Of a topic that it reads it may have read nothing yet in one partition or another.
    if (!read.isEmpty()) log.begins().forEach((place, begin) -> begun(topic, place, begin, read));
    for (Mark mark : marks) {
      long end = log.ends().getOrDefault(mark.place(), 0L);
      if (mark.done() == Done.READ && mark.next() > end)
        add(
            CUT_LOG,
            topic,
            "%s ends at offset %d, but this service has read it up to %d: the end of the log is lost."
                .formatted(mark.place(), end, mark.next()));
    }
  }

  private void begun(
      String topic, TopicPartition place, long begin, Map<TopicPartition, Long> read) {
    long next = read.getOrDefault(place, 0L);
    if (!place.topic().equals(topic) || next >= begin) return;
    add(
        BEGINNING_GONE,
        topic,
        "%s begins at offset %d, but this service has read it up to %d only: its beginning was deleted."
            .formatted(place, begin, next));
  }

  private void otherTopic(String topic, String known, String id) {
    boolean moved = store.cluster() != null && !store.cluster().equals(log.cluster());
    String what =
        id == null
            ? "topic %s, known as %s, is not there".formatted(topic, known)
            : "topic %s was made anew: its id is %s, this service knows %s"
                .formatted(topic, id, known);
    if (moved)
      add(
          NEW_CLUSTER,
          topic,
          "The broker is another cluster (%s, this service knows %s), and %s."
              .formatted(log.cluster(), store.cluster(), what));
    else add(id == null ? LOST_TOPIC : REMADE_TOPIC, topic, "Of the log, " + what + ".");
  }

  private void add(Situation.Kind kind, String topic, String sentence) {
    found.add(
        new Situation(
            kind,
            store.source(),
            topic,
            sentence + " Nothing is read or published; see: baton recover"));
  }
}

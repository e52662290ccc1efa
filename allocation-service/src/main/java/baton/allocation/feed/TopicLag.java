package baton.allocation.feed;

import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.topics.ForceTopics.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of each force's feed is not on its topic yet. */
final class TopicLag {
  private final Transactions transactions;
  private final MultiGauge gauge;

  TopicLag(Transactions transactions, MeterRegistry meters) {
    this.transactions = transactions;
    this.gauge =
        MultiGauge.builder("baton.feed.topic.lag")
            .description("Entries of a force's feed that are not on its topic yet")
            .register(meters);
  }

  /** Entries behind each topic's cursor; told as a metric too. */
  Map<Topic, Long> of(List<Topic> topics) {
    var behind = new LinkedHashMap<Topic, Long>();
    if (!topics.isEmpty()) transactions.inTransaction(() -> measure(topics, behind));
    var rows = new ArrayList<MultiGauge.Row<?>>();
    behind.forEach(
        (topic, entries) ->
            rows.add(MultiGauge.Row.of(Tags.of("force", topic.force().value()), entries)));
    gauge.register(rows, true);
    return behind;
  }

  private Void measure(List<Topic> topics, Map<Topic, Long> behind) {
    Map<OrganisationCode, Long> heads = FeedTable.on(transactions.connection()).heads();
    Map<OrganisationCode, Long> reached =
        FeedCursors.on(transactions.connection())
            .positions(topics.stream().map(Topic::consumer).toList());
    for (Topic topic : topics)
      behind.put(
          topic, heads.getOrDefault(topic.force(), 0L) - reached.getOrDefault(topic.force(), 0L));
    return null;
  }
}

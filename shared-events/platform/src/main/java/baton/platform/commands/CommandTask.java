package baton.platform.commands;

import baton.contract.feed.FeedTopic;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.ReadOnly;
import baton.platform.quota.Pace;
import baton.platform.topics.DatabaseGate;
import baton.platform.topics.ForceTopics.Topic;
import baton.platform.topics.TopicClients;
import baton.platform.topics.TopicTask;
import baton.platform.topics.TopicWork;
import baton.platform.wiring.LogConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Takes what forces send, in each service that has commands of its own. */
@ApplicationScoped
public class CommandTask implements TopicTask {
  private final Instance<ForceCommands> commands;
  private final ReadOnly readOnly;
  private final CommandIntake intake;
  private final Pace pace;
  private final Transactions transactions;
  private final DatabaseGate gate;
  private final Map<String, Object> kafka;

  public CommandTask(
      Instance<ForceCommands> commands,
      ReadOnly readOnly,
      CommandIntake intake,
      Pace pace,
      Transactions transactions,
      DatabaseGate gate,
      BatonConfig config) {
    this.commands = commands;
    this.readOnly = readOnly;
    this.intake = intake;
    this.pace = pace;
    this.transactions = transactions;
    this.gate = gate;
    this.kafka = LogConnection.of(config);
  }

  @Override
  public FeedTopic kind() {
    return FeedTopic.COMMANDS;
  }

  /** A copy takes none: whoever sends them is the original's. */
  @Override
  public boolean wanted() {
    return commands.isResolvable() && !readOnly.holds();
  }

  /** Each has a reader for as long as it is there. */
  @Override
  public List<Topic> due(List<Topic> there) {
    return there;
  }

  @Override
  public TopicWork workAt(Topic topic) {
    return new CommandReader(
        topic,
        () -> new KafkaConsumer<>(TopicClients.consumer(kafka)),
        intake,
        gate,
        transactions,
        pace);
  }
}

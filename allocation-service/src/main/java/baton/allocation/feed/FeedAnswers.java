package baton.allocation.feed;

import baton.allocation.feed.model.Draft;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.feed.CommandAnswered;
import baton.contract.feed.ForceCommandAnswered;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.commands.CommandAnswer;
import baton.platform.commands.CommandAnswers;
import baton.platform.commands.CommandId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.Uuid;

/**
 * Puts the answers to a force's commands on the force's feed: those that this service took, in the
 * transaction that is bound; those of other services, from the log. A record has one answer there,
 * whoever gives it.
 */
@ApplicationScoped
public class FeedAnswers implements CommandAnswers {
  private final Transactions transactions;
  private final BusinessClock clock;
  private final FeedNews news;

  public FeedAnswers(Transactions transactions, BusinessClock clock, FeedNews news) {
    this.transactions = transactions;
    this.clock = clock;
    this.news = news;
  }

  @Override
  public void tell(CommandAnswer answer) {
    OrganisationCode force = answer.sent().topic().force();
    var told =
        new CommandAnswered(
            answer.referral(),
            answer.command(),
            answer.commandType(),
            answer.sent().record().partition(),
            answer.sent().record().offset(),
            answer.recorded(),
            answer.recordedTime(),
            answer.number(),
            answer.problem());
    var draft = new Draft(force, new EventId(answer.sent().id()), clock.instant(), told, null);
    FeedTable.on(transactions.connection()).append(List.of(draft));
    transactions.afterCommit(() -> news.of(Set.of(force)));
  }

  /** What another service answered, as the log has it. */
  static Draft ofAnother(Recorded<? extends BatonEvent> recorded, ForceCommandAnswered answer) {
    var told =
        new CommandAnswered(
            answer.referral(),
            answer.command(),
            answer.commandType(),
            answer.partition(),
            answer.offset(),
            answer.recorded(),
            answer.recordedTime(),
            answer.number(),
            answer.problem());
    var place =
        CommandId.of(
            Uuid.fromString(answer.topic()),
            answer.partition(),
            answer.offset(),
            answer.timestamp());
    return new Draft(answer.force(), new EventId(place), recorded.recordedTime(), told, null);
  }
}

package baton.allocation.feed;

import baton.allocation.feed.model.Draft;
import baton.allocation.feed.model.Standing;
import baton.allocation.feed.model.Telling;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.feed.ForceCommandAnswered;
import baton.contract.feed.StillOpen;
import baton.custody.Custody;
import baton.journal.reader.LogRecord;
import baton.journal.store.Transactions;
import baton.platform.DatabaseFailed;
import baton.platform.board.CustodyBoard;
import baton.platform.policy.PolicyReading;
import baton.platform.policy.PolicyShelf;
import baton.platform.policy.PolicyTable;
import baton.policy.PolicyBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills the feeds from the log, this service's own events included: in the order of the log, so
 * that causes come before effects, and in the reader's transaction, so that each event is told once
 * or its batch is rolled back with it.
 */
@ApplicationScoped
public class Feeder {
  private final Transactions transactions;
  private final CustodyBoard board;
  private final PolicyReading policies;
  private final PolicyShelf shelf;
  private final FeedNews news;

  public Feeder(
      Transactions transactions,
      CustodyBoard board,
      PolicyReading policies,
      PolicyShelf shelf,
      FeedNews news) {
    this.transactions = transactions;
    this.board = board;
    this.policies = policies;
    this.shelf = shelf;
    this.news = news;
  }

  /** What a batch adopts counts from its first event on. Called before anything else of it. */
  public void adopt(List<LogRecord> records) {
    policies.read(records, transactions.connection());
  }

  /** Called last in a batch: feeds are locked until it ends. */
  public void tell(List<LogRecord> records) {
    tellOn(records, When.NOW);
  }

  /**
   * Whole stories anew; what they told already is not told again, nor at the end of a feed that
   * something stands as it no longer does.
   */
  public void retell(List<LogRecord> records) {
    PolicyTable.on(transactions.connection()).lockToFold();
    tell(stories(records), answers(records), Map.of(), When.ANEW);
  }

  /**
   * What was read before there were feeds, part after part in the order of the log.
   *
   * @param begun whether feeds began before it is told: then nothing is said of how something
   *     stood, which a catch-up says of what stands still, nor behind what came after it
   */
  void tellBefore(List<LogRecord> records, boolean begun) {
    PolicyTable.on(transactions.connection()).lockToFold();
    tellOn(records, begun ? When.TOO_LATE : When.NOW);
  }

  private void tellOn(List<LogRecord> records, When when) {
    List<Recorded<? extends BatonEvent>> stories = stories(records);
    List<Draft> answers = answers(records);
    if (stories.isEmpty() && answers.isEmpty()) return;
    var referrals = stories.stream().map(Recorded::referral).distinct().toList();
    try {
      tell(stories, answers, board.find(referrals, transactions.connection()), when);
    } catch (SQLException e) {
      throw new DatabaseFailed("the board could not be read", e);
    }
  }

  /** When stories are told, and so what of how something stands is true at the feed's end. */
  private enum When {
    /** In their order: all of it. */
    NOW,
    /** Whole and for the second time: what is so at the stories' end. */
    ANEW,
    /** In part and after others: nothing, nor anything of what a feed knows later news of. */
    TOO_LATE
  }

  /**
   * @param answers to commands, which are so whatever stands how
   */
  private void tell(
      List<Recorded<? extends BatonEvent>> stories,
      List<Draft> answers,
      Map<ReferralId, Custody> before,
      When when) {
    Connection connection = transactions.connection();
    PolicyBook policy = shelf.book(connection);
    var after = new LinkedHashMap<ReferralId, Custody>();
    var drafts = new ArrayList<Draft>();
    for (var event : stories) {
      ReferralId referral = event.referral();
      Custody was =
          after.getOrDefault(referral, before.getOrDefault(referral, Custody.none(referral)));
      Custody is = Custody.evolve(was, event, policy);
      drafts.addAll(Telling.of(was, event, is));
      after.put(referral, is);
    }
    try {
      board.replace(after, connection);
    } catch (SQLException e) {
      throw new DatabaseFailed("the board could not be written", e);
    }
    FeedTable feed = FeedTable.on(connection);
    drafts.removeIf(
        draft ->
            switch (when) {
              case NOW -> false;
              case ANEW -> !Standing.stillTrue(draft, after);
              case TOO_LATE -> draft.event() instanceof StillOpen || feed.isBehind(draft);
            });
    drafts.replaceAll(draft -> withContent(draft, connection));
    drafts.addAll(answers);
    if (drafts.isEmpty()) return;
    // As who answers a command does: first the referrals' clocks, then the feeds.
    transactions.keepWitnessedTimes();
    Set<OrganisationCode> told = feed.append(drafts);
    if (!told.isEmpty()) transactions.afterCommit(() -> news.of(told));
  }

  /** The fold holds nothing personal: who has it without having been offered it gets the newest. */
  private static Draft withContent(Draft draft, Connection connection) {
    if (!(draft.event() instanceof StillOpen) || draft.content() != null) return draft;
    return draft.with(NewestContent.of(draft.event().referral(), connection).orElse(null));
  }

  /** What other services answered of forces' commands. */
  private static List<Draft> answers(List<LogRecord> records) {
    var answers = new ArrayList<Draft>();
    for (LogRecord record : records)
      if (record.event().event() instanceof ForceCommandAnswered answer)
        answers.add(FeedAnswers.ofAnother(record.event(), answer));
    return answers;
  }

  private static List<Recorded<? extends BatonEvent>> stories(List<LogRecord> records) {
    return records.stream()
        .<Recorded<? extends BatonEvent>>map(LogRecord::event)
        .filter(event -> event.referral() != null)
        .toList();
  }
}

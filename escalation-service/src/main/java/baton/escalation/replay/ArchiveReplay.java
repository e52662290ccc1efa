package baton.escalation.replay;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.LogFold;
import baton.escalation.archive.ArchivePages;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.replay.model.Reckoning;
import baton.escalation.replay.model.StoryAsAt;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.Transactions;
import baton.platform.policy.PolicyShelf;
import baton.policy.PolicyBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who had it at a moment: the archived events that count by then, in log order, through the fold
 * that the board and the sweep use as well, by the policy that counted then. Source: design section
 * 3, "time".
 */
@ApplicationScoped
public class ArchiveReplay {
  private final ArchivePages archive;
  private final ArchivedStories stories;
  private final Transactions transactions;
  private final PolicyShelf policies;
  private final EventCodec codec = new EventCodec();

  public ArchiveReplay(
      ArchivePages archive,
      ArchivedStories stories,
      Transactions transactions,
      PolicyShelf policies) {
    this.archive = archive;
    this.stories = stories;
    this.transactions = transactions;
    this.policies = policies;
  }

  /**
   * How a referral stood, and what that rests on.
   *
   * @param events the whole story as it is archived, in log order, later events included
   * @param places of each of its events, the first one
   */
  public record Told(
      StoryAsAt asAt, List<Recorded<? extends BatonEvent>> events, Map<EventId, Archived> places) {}

  /** Takes referrals one by one and says whether it wants another. */
  @FunctionalInterface
  public interface Taker {
    boolean take(Custody custody);
  }

  /** One referral by recorded time; empty where nothing was recorded of it by then. */
  public Optional<Custody> at(ReferralId referral, Instant asAt) {
    return told(referral, asAt, Reckoning.RECORDED).map(told -> told.asAt().custody());
  }

  /** One referral with its evidence; empty where nothing counts of it by then. */
  public Optional<Told> told(ReferralId referral, Instant asAt, Reckoning by) {
    return told(referral, asAt, by, policy(asAt, by));
  }

  /**
   * The same, for whoever asks of many.
   *
   * @param policy what counts then, from {@link #policy}
   */
  public Optional<Told> told(ReferralId referral, Instant asAt, Reckoning by, PolicyBook policy) {
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    var places = new HashMap<EventId, Archived>();
    archive.<RuntimeException>ofReferral(
        referral,
        archived ->
            decode(archived)
                .ifPresent(
                    event -> {
                      events.add(event);
                      places.putIfAbsent(event.id(), archived);
                    }));
    if (events.isEmpty()) return Optional.empty();
    return StoryAsAt.of(referral, events, asAt, by, policy)
        .map(story -> new Told(story, events, places));
  }

  /**
   * One referral by another policy than it was folded by.
   *
   * @param which of its archived events
   */
  public Optional<Custody> of(ReferralId referral, PolicyBook policy, Predicate<Archived> which) {
    var fold = new LogFold(policy);
    archive.<RuntimeException>ofReferral(
        referral,
        event -> {
          if (which.test(event)) decode(event).ifPresent(fold::apply);
        });
    return Optional.ofNullable(fold.states().get(referral));
  }

  /**
   * Every referral of which something counts by then, in the order of their ids. One story is in
   * memory at a time.
   *
   * @param after where to go on, exclusive; null for the first
   */
  public void each(Instant asAt, Reckoning by, ReferralId after, Taker taker) {
    PolicyBook policy = policy(asAt, by);
    stories.after(
        after,
        (referral, archived) -> {
          List<Recorded<? extends BatonEvent>> events = decoded(archived);
          return StoryAsAt.of(referral, events, asAt, by, policy)
              .map(story -> taker.take(story.custody()))
              .orElse(true);
        });
  }

  /** The policy that counts at a moment. */
  public PolicyBook policy(Instant asAt, Reckoning by) {
    return transactions.inTransaction(
        () ->
            switch (by) {
              case RECORDED -> policies.bookAsAt(asAt, transactions.connection());
              case HAPPENED -> policies.bookInEffect(asAt, transactions.connection());
            });
  }

  private List<Recorded<? extends BatonEvent>> decoded(List<byte[]> archived) {
    var events = new ArrayList<Recorded<? extends BatonEvent>>();
    for (byte[] value : archived) decode(value).ifPresent(events::add);
    return events;
  }

  private Optional<Recorded<? extends BatonEvent>> decode(Archived archived) {
    return decode(archived.value());
  }

  /** What cannot be read cannot be folded; the reader has parked it and says so. */
  private Optional<Recorded<? extends BatonEvent>> decode(byte[] value) {
    try {
      return Optional.of(codec.decode(Envelope.parse(value)));
    } catch (UnreadableEvent parked) {
      return Optional.empty();
    }
  }
}

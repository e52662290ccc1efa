package baton.allocation.feed.model;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.HandOff;
import baton.contract.feed.Deadline;
import baton.contract.feed.DeadlineChanged;
import baton.contract.feed.Disseminated;
import baton.contract.feed.FeedEvent;
import baton.contract.feed.Feeds;
import baton.contract.feed.Regraded;
import baton.contract.feed.Transferred;
import baton.contract.feed.Updated;
import baton.contract.feed.Withdrawn;
import baton.contract.feed.Withdrawn.How;
import baton.contract.intake.ReferralAmended;
import baton.custody.Custody;
import baton.custody.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What one event is to which force: the difference that it makes to who has the referral, as each
 * force may see it. A pure function of the log, so that whoever draws a feed draws the same.
 */
public final class Telling {
  private final Custody before;
  private final Recorded<? extends BatonEvent> recorded;
  private final Custody after;
  private final List<Draft> drafts = new ArrayList<>();

  private Telling(Custody before, Recorded<? extends BatonEvent> recorded, Custody after) {
    this.before = before;
    this.recorded = recorded;
    this.after = after;
  }

  /**
   * At most one of a kind for each force, what ends something first.
   *
   * @param after {@code before} with the event
   */
  public static List<Draft> of(
      Custody before, Recorded<? extends BatonEvent> recorded, Custody after) {
    // A repeat changes nothing, and is told once.
    if (after.equals(before)) return List.of();
    var telling = new Telling(before, recorded, after);
    var forces = new TreeSet<OrganisationCode>(Concern.in(before).forces());
    forces.addAll(Concern.in(after).forces());
    if (recorded.event() instanceof CaseDisseminated e && Feeds.has(e.force()))
      forces.add(e.force());
    for (OrganisationCode force : forces) telling.tell(force);
    return telling.drafts;
  }

  private void tell(OrganisationCode force) {
    boolean offerEnded = withdrawn(force);
    boolean ended = transferred(force) | offerEnded;
    boolean disseminated =
        recorded.event() instanceof CaseDisseminated e
            && e.force().equals(force)
            && disseminated(e);
    if (disseminated) return;
    if (becameHolder(force, offerEnded)) {
      add(force, Standing.told(after, force, null), null);
      return;
    }
    boolean concerned = Concern.in(after).includes(force);
    if (concerned && recorded.event() instanceof ReferralAmended e) updated(force, e);
    if (concerned && Concern.in(before).includes(force)) regraded(force);
    if (ended && !concerned) return;
    List<Deadline> deadlines = Deadlines.changed(before, after, force);
    if (!deadlines.isEmpty()) add(force, new DeadlineChanged(after.referral(), deadlines), null);
  }

  /** Its own answers a force knows: only what others did is told. */
  private boolean withdrawn(OrganisationCode force) {
    Offer offer = before.offers().waiting(HandOff.FORCE);
    if (offer == null || !offer.organisation().equals(force)) return false;
    How how =
        after.offers().all().stream()
            .filter(o -> o.kind() == HandOff.FORCE && o.number() == offer.number())
            .findFirst()
            .map(Offer::state)
            .map(Telling::how)
            .orElse(null);
    if (how == null) return false;
    add(force, new Withdrawn(after.referral(), offer.number(), how), null);
    return true;
  }

  private static How how(Offer.State state) {
    return switch (state) {
      case OPEN, ACCEPTED, DECLINED -> null;
      case WITHDRAWN -> How.TAKEN_BACK;
      case REPLACED -> How.OFFERED_ANEW;
      case LAPSED -> How.LAPSED;
    };
  }

  private boolean transferred(OrganisationCode force) {
    OrganisationCode to = Concern.in(after).holder();
    if (!Concern.in(before).holds(force) || to == null || to.equals(force)) return false;
    add(force, new Transferred(after.referral(), to), null);
    return true;
  }

  /**
   * By no answer of its own: by a tie-breaker, a reversion, or because it brought it in itself.
   *
   * @param offerEnded what it was offered before ended without an answer
   */
  private boolean becameHolder(OrganisationCode force, boolean offerEnded) {
    Concern was = Concern.in(before);
    return Concern.in(after).holds(force)
        && (offerEnded ? !was.holds(force) : !was.includes(force))
        && Standing.of(after, force).isPresent();
  }

  private boolean disseminated(CaseDisseminated e) {
    add(
        e.force(),
        new Disseminated(
            e.referral(),
            e.number(),
            e.from(),
            e.reference(),
            e.urgent(),
            after.priority(),
            grade(after),
            Deadlines.running(after, e.force()),
            null,
            null,
            null,
            null),
        Content.of(Content.Form.PACKAGE, recorded.id(), e.sealed()));
    return true;
  }

  private void updated(OrganisationCode force, ReferralAmended e) {
    add(
        force,
        new Updated(
            e.referral(),
            e.version(),
            e.type(),
            e.actionable(),
            e.urgent(),
            null,
            null,
            null,
            null),
        Content.of(Content.Form.DETAILS, recorded.id(), e.sealed()));
  }

  private void regraded(OrganisationCode force) {
    boolean same = before.priority() == after.priority() && grade(before) == grade(after);
    if (same) return;
    add(
        force,
        new Regraded(
            after.referral(),
            before.priority(),
            after.priority(),
            grade(before),
            grade(after),
            after.grade() == null ? null : after.grade().by()),
        null);
  }

  private static Grade grade(Custody custody) {
    return custody.grade() == null ? null : custody.grade().value();
  }

  private void add(OrganisationCode force, FeedEvent event, Content content) {
    drafts.add(new Draft(force, recorded.id(), recorded.recordedTime(), event, content));
  }
}

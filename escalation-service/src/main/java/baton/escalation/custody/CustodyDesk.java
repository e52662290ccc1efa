package baton.escalation.custody;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.custody.Sentences;
import baton.escalation.clockkeeper.Age;
import baton.escalation.custody.CustodySummary.Tally;
import baton.escalation.custody.CustodyView.FindingView;
import baton.escalation.escalations.Raised;
import baton.escalation.escalations.Wording;
import baton.escalation.escalations.model.Standing;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.roster.RosterHistory;
import baton.journal.store.Transactions;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers who has what: now from the board, and as at any moment from the archive. */
@ApplicationScoped
class CustodyDesk {
  private final BoardReader board;
  private final ArchiveReplay replay;
  private final RosterHistory rosters;
  private final Transactions transactions;

  CustodyDesk(
      BoardReader board, ArchiveReplay replay, RosterHistory rosters, Transactions transactions) {
    this.board = board;
    this.replay = replay;
    this.rosters = rosters;
    this.transactions = transactions;
  }

  /** A referral's state together with the age of the answer. */
  record Found(Custody custody, Age age) {}

  /**
   * @param asAt null for now
   */
  Optional<Found> find(ReferralId referral, Instant asAt) {
    Age now = board.age();
    if (asAt == null) return board.find(referral).map(custody -> new Found(custody, now));
    Age age = Age.at(asAt, now);
    return replay.at(referral, asAt).map(custody -> new Found(custody, age));
  }

  CustodyView view(Found found, Instant asAt) {
    return views(List.of(found.custody()), found.age(), asAt).getFirst();
  }

  /** In the order of the referrals' ids. */
  record Listed(List<CustodyView> views, Age age) {}

  Listed list(CustodyQuery query, ReferralId after, int limit, Instant asAt) {
    Age now = board.age();
    if (asAt == null)
      return new Listed(views(board.list(query, after, limit, now.known()), now, null), now);
    Age age = Age.at(asAt, now);
    List<Custody> page =
        replay.at(asAt).values().stream()
            .filter(custody -> after == null || custody.referral().compareTo(after) > 0)
            .filter(custody -> query.matches(custody, age.known()))
            .sorted((a, b) -> a.referral().compareTo(b.referral()))
            .limit(limit)
            .toList();
    return new Listed(views(page, age, asAt), age);
  }

  CustodySummary summary(CustodyQuery query, Instant asAt) {
    Age now = board.age();
    if (asAt == null) return board.summary(query, rosters.at(now.asOf()));
    Age age = Age.at(asAt, now);
    var tally = new Tally(age, rosters.at(age.asOf()));
    replay.at(asAt).values().stream()
        .filter(custody -> query.matches(custody, age.known()))
        .forEach(tally::add);
    return tally.summary(List.of());
  }

  private List<CustodyView> views(Collection<Custody> states, Age age, Instant asAt) {
    Roster roster = rosters.at(age.asOf());
    Map<ReferralId, List<Standing>> raised = asAt == null ? raised(states) : Map.of();
    return states.stream()
        .map(
            custody ->
                CustodyView.of(
                    custody,
                    roster,
                    findings(custody, age, raised.getOrDefault(custody.referral(), List.of())),
                    age))
        .toList();
  }

  private Map<ReferralId, List<Standing>> raised(Collection<Custody> states) {
    List<ReferralId> referrals = states.stream().map(Custody::referral).toList();
    return transactions.inTransaction(() -> Raised.of(referrals, transactions.connection()));
  }

  /** What the fold finds, and what was raised of it that the fold cannot know. */
  private static List<FindingView> findings(Custody custody, Age age, List<Standing> raised) {
    Map<Finding.Cause, Standing> open =
        raised.stream()
            .filter(each -> each.state() == Standing.State.OPEN)
            .collect(Collectors.toMap(Standing::cause, Function.identity()));
    var views = new ArrayList<FindingView>();
    for (Finding finding : Findings.of(custody, age.known())) {
      Standing standing = open.remove(finding.cause());
      boolean certain = finding.clock() == null || finding.due().isBefore(age.completeTo());
      views.add(
          new FindingView(
              finding.kind(),
              finding.clock(),
              Sentences.of(custody, finding, age.asOf()),
              finding.due(),
              standing == null ? certain : standing.confirmed()));
    }
    for (Standing standing : open.values())
      if (standing.cause().clock() == null)
        views.add(
            new FindingView(
                standing.cause().kind(),
                null,
                Wording.of(standing.cause()),
                standing.due(),
                standing.confirmed()));
    return views;
  }
}

package baton.escalation.custody;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.custody.Sentences;
import baton.escalation.clockkeeper.Age;
import baton.escalation.custody.CustodyView.FindingView;
import baton.escalation.escalations.Raised;
import baton.escalation.escalations.Wording;
import baton.escalation.escalations.model.Standing;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.ArchiveReplay.Told;
import baton.escalation.replay.Openings;
import baton.escalation.roster.RosterHistory;
import baton.journal.store.Transactions;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers who has what: now from the board, and as at any moment from the events alone. */
@ApplicationScoped
class CustodyDesk {
  private final BoardReader board;
  private final ArchiveReplay replay;
  private final PastBoards boards;
  private final Openings openings;
  private final RosterHistory rosters;
  private final Transactions transactions;

  CustodyDesk(
      BoardReader board,
      ArchiveReplay replay,
      PastBoards boards,
      Openings openings,
      RosterHistory rosters,
      Transactions transactions) {
    this.board = board;
    this.replay = replay;
    this.boards = boards;
    this.openings = openings;
    this.rosters = rosters;
    this.transactions = transactions;
  }

  /**
   * A referral's state together with the age of the answer.
   *
   * @param told what it rests on, where it is asked about a moment; else null
   */
  record Found(Custody custody, Told told, Age age) {}

  Optional<Found> find(ReferralId referral, AsAt asAt) {
    Age age = asAt.age(board.age());
    return asAt.now()
        ? board.find(referral).map(custody -> new Found(custody, null, age))
        : replay
            .told(referral, asAt.at(), asAt.by())
            .map(told -> new Found(told.asAt().custody(), told, age));
  }

  CustodyAnswer answer(Found found, AsAt asAt) {
    CustodyView standing = views(List.of(found.custody()), found.age(), asAt).getFirst();
    if (asAt.now()) return new CustodyAnswer(standing, null);
    var opened = openings.of(found.custody().referral(), asAt.at(), asAt.by());
    return new CustodyAnswer(standing, Evidence.of(found.told(), asAt, opened, rosters.readTo()));
  }

  /** In the order of the referrals' ids. */
  CustodyPage list(CustodyQuery query, PageMark page, int limit, AsAt asAt) {
    if (!asAt.now()) return past(query, page, limit, asAt);
    Age age = board.age();
    return CustodyPage.of(
        views(board.list(query, page.after(), limit + 1, age.known()), age, asAt), limit, age);
  }

  private CustodyPage past(CustodyQuery query, PageMark page, int limit, AsAt asAt) {
    PastBoard then = boards.at(asAt, page);
    var policy = replay.policy(asAt.at(), asAt.by());
    PastBoard.Leaf leaf =
        then.page(
            query,
            page.after(),
            limit,
            referral ->
                replay
                    .told(referral, asAt.at(), asAt.by(), policy)
                    .map(told -> told.asAt().custody()));
    return CustodyPage.of(
        views(leaf.states(), then.age(), asAt), PageMark.next(leaf.next(), then), then.age(), asAt);
  }

  CustodySummary summary(CustodyQuery query, AsAt asAt) {
    if (asAt.now()) return board.summary(query, rosters.at(board.age().asOf(), asAt.by()));
    PastBoard then = boards.at(asAt, PageMark.FIRST);
    return then.summary(query, rosters.at(then.age().asOf(), asAt.by()));
  }

  private List<CustodyView> views(Collection<Custody> states, Age age, AsAt asAt) {
    Roster roster = rosters.at(age.asOf(), asAt.by());
    Map<ReferralId, List<Standing>> raised = asAt.now() ? raised(states) : Map.of();
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

package baton.escalation.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.clockkeeper.Age;
import baton.escalation.custody.PastBoard.Leaf;
import baton.escalation.fixtures.Story;
import baton.escalation.replay.model.Reckoning;
import baton.roster.Roster;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastBoardTest {
  private static final Instant T = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant LATER = T.plusSeconds(60);
  private static final AsAt MOMENT = new AsAt(LATER, Reckoning.RECORDED);
  private static final CustodyQuery ALL = query(Set.of(), null);
  private static final CustodyQuery OPEN = query(Set.of(CustodyState.OPEN), null);

  private final Map<ReferralId, Custody> archive = new HashMap<>();
  private final List<BoardEntry> entries = new ArrayList<>();

  @Test
  void pages_are_in_the_order_of_ids_and_go_on_where_the_one_before_ended() {
    for (int i = 0; i < 7; i++) open();

    assertThat(pages(ALL, 3)).isEqualTo(ids());
    assertThat(pages(OPEN, 7)).isEqualTo(ids());
  }

  @Test
  void what_is_only_known_to_be_concluded_is_asked_of_the_archive() {
    ReferralId open = open();
    ReferralId concluded = open();
    entries.removeLast();
    entries.add(BoardEntry.concluded(concluded));

    assertThat(pages(ALL, 10)).containsExactlyInAnyOrder(open, concluded);
    assertThat(pages(OPEN, 10)).containsExactly(open);
    assertThat(board().summary(OPEN, new Roster()).counts().open()).isEqualTo(1);
  }

  @Test
  void a_page_for_which_much_is_looked_up_ends_early_and_nothing_is_left_out() {
    for (int i = 0; i < 2_500; i++)
      entries.add(BoardEntry.concluded(new ReferralId(UuidCreator.getTimeOrderedEpoch())));
    ReferralId last = open();
    Leaf first = board().page(ALL, null, 10, id -> Optional.ofNullable(archive.get(id)));

    assertThat(first.states()).isEmpty();
    assertThat(first.next()).isNotNull();
    assertThat(pages(ALL, 10)).containsExactly(last);
  }

  @Test
  void who_is_bound_to_an_organisation_counts_what_concerns_it() {
    open();

    assertThat(board().summary(sight("46"), new Roster()).counts().open()).isZero();
    assertThat(board().summary(sight("nca"), new Roster()).counts().open()).isEqualTo(1);
  }

  private ReferralId open() {
    Custody custody = new Story().receivedAndOpened(T).custody();
    archive.put(custody.referral(), custody);
    entries.add(BoardEntry.of(custody, LATER));
    return custody.referral();
  }

  private List<ReferralId> ids() {
    return archive.keySet().stream().sorted(Comparator.comparing(ReferralId::toString)).toList();
  }

  private PastBoard board() {
    return new PastBoard(
        UuidCreator.getTimeOrderedEpoch(), MOMENT, new Age(LATER, LATER, LATER), entries);
  }

  private List<ReferralId> pages(CustodyQuery query, int limit) {
    var told = new ArrayList<ReferralId>();
    ReferralId after = null;
    do {
      Leaf leaf = board().page(query, after, limit, id -> Optional.ofNullable(archive.get(id)));
      leaf.states().forEach(custody -> told.add(custody.referral()));
      after = leaf.next();
    } while (after != null);
    return told;
  }

  private static CustodyQuery sight(String organisation) {
    return CustodyQuery.everything(new OrganisationCode(organisation));
  }

  private static CustodyQuery query(Set<CustodyState> states, Grade grade) {
    return new CustodyQuery(states, null, grade == null ? null : grade.name(), null, null);
  }
}

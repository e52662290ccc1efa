package baton.allocation.openlist.model;

import static baton.contract.allocation.OpenListDifference.NOT_IN_FORCE_LIST;
import static baton.contract.allocation.OpenListDifference.NOT_OPEN_IN_BATON;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.OpenListReconciled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenListTest {
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final ReferralId BOTH = referral(1);
  private static final ReferralId FORGOTTEN = referral(2);
  private static final ReferralId CONCLUDED = referral(3);
  private static final ReferralId NEVER_KEYED = referral(4);

  private final OpenList list =
      new OpenList(
          KENT,
          "NICHE",
          Set.of("N-1", "N-3", "N-9"),
          Map.of("N-1", BOTH, "N-2", FORGOTTEN, "N-3", CONCLUDED),
          Set.of(BOTH, FORGOTTEN, NEVER_KEYED));

  @Test
  void each_referral_of_either_side_agrees_or_differs() {
    assertThat(list.differences(List.of()))
        .containsEntry(BOTH, null)
        .containsEntry(FORGOTTEN, NOT_IN_FORCE_LIST)
        .containsEntry(NEVER_KEYED, NOT_IN_FORCE_LIST)
        .containsEntry(CONCLUDED, NOT_OPEN_IN_BATON)
        .hasSize(4);
  }

  @Test
  void what_differed_before_and_is_on_neither_side_any_more_agrees() {
    assertThat(list.differences(List.of(referral(5)))).containsEntry(referral(5), null);
  }

  @Test
  void the_counts_add_up() {
    assertThat(list.reconciled())
        .isEqualTo(new OpenListReconciled(KENT, "NICHE", 3, 1, 2, 2, List.of("N-3", "N-9")));
  }

  private static ReferralId referral(int number) {
    return ReferralId.of("01890000-0000-7000-8000-00000000000" + number);
  }
}

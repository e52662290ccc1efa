package baton.allocation.openlist;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.OpenListReconciled;
import baton.platform.Executed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a force's own list and Baton compare.
 *
 * @param listed cases that the list names
 * @param matched of them, those that Baton knows as open at the force
 * @param missing referrals that the force has in Baton and that the list lacks
 * @param unknown cases that the list names and Baton does not know as open at the force
 * @param unknownReferences their references, the first hundred
 * @param differences of referrals that Baton knows, the first thousand
 */
@Schema(name = "Reconciliation")
public record Reconciliation(
    OrganisationCode force,
    String system,
    int listed,
    int matched,
    int missing,
    int unknown,
    List<String> unknownReferences,
    List<Difference> differences,
    Instant recordedTime) {
  private static final int DIFFERENCES_TOLD = 1_000;

  /**
   * @param localReference null where the force's system has recorded none
   */
  @Schema(name = "ListDifference")
  public record Difference(
      ReferralId referralId, String localReference, OpenListDifference difference) {}

  static Reconciliation of(
      OpenListReconciled counts,
      Map<ReferralId, OpenListDifference> differences,
      Map<String, ReferralId> known,
      Executed executed) {
    var references = new HashMap<ReferralId, String>();
    known.forEach((reference, referral) -> references.put(referral, reference));
    var told =
        differences.entrySet().stream()
            .filter(each -> each.getValue() != null)
            .limit(DIFFERENCES_TOLD)
            .map(
                each ->
                    new Difference(each.getKey(), references.get(each.getKey()), each.getValue()))
            .toList();
    return new Reconciliation(
        counts.force(),
        counts.system(),
        counts.listed(),
        counts.matched(),
        counts.missing(),
        counts.unknown(),
        counts.unknownReferences(),
        told,
        executed.recordedTime());
  }
}

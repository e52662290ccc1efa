package baton.allocation.openlist.model;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.OpenListDifference;
import baton.contract.allocation.OpenListReconciled;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A force's own list of open cases beside what Baton has of that force.
 *
 * @param listed references that the list names
 * @param known of them and of others, the referral that each is recorded for
 * @param open referrals that the force has in Baton and that are not concluded
 */
public record OpenList(
    OrganisationCode force,
    String system,
    Set<String> listed,
    Map<String, ReferralId> known,
    Set<ReferralId> open) {
  private static final int UNKNOWN_TOLD = 100;

  public OpenList {
    listed = Set.copyOf(listed);
    known = Map.copyOf(known);
    open = Set.copyOf(open);
  }

  /** The referrals that the list names. */
  private Set<ReferralId> named() {
    return new TreeSet<>(listed.stream().map(known::get).filter(Objects::nonNull).toList());
  }

  /**
   * In what each referral differs, null where it does not: of those open, those named, and those
   * that differed before.
   */
  public Map<ReferralId, OpenListDifference> differences(Collection<ReferralId> before) {
    Set<ReferralId> named = named();
    var all = new TreeSet<>(named);
    all.addAll(open);
    all.addAll(before);
    var differences = new LinkedHashMap<ReferralId, OpenListDifference>();
    for (ReferralId each : all) differences.put(each, difference(named.contains(each), each));
    return differences;
  }

  private OpenListDifference difference(boolean named, ReferralId referral) {
    boolean has = open.contains(referral);
    if (named == has) return null;
    return has ? OpenListDifference.NOT_IN_FORCE_LIST : OpenListDifference.NOT_OPEN_IN_BATON;
  }

  /** The counts, and the first of those that Baton does not know as open. */
  public OpenListReconciled reconciled() {
    Set<ReferralId> named = named();
    List<String> unknown = listed.stream().filter(each -> !isOpen(each)).sorted().toList();
    int missing = (int) open.stream().filter(each -> !named.contains(each)).count();
    return new OpenListReconciled(
        force,
        system,
        listed.size(),
        listed.size() - unknown.size(),
        missing,
        unknown.size(),
        unknown.stream().limit(UNKNOWN_TOLD).toList());
  }

  private boolean isOpen(String reference) {
    ReferralId referral = known.get(reference);
    return referral != null && open.contains(referral);
  }
}

package baton.escalation.custody;

import baton.contract.OrganisationCode;
import baton.custody.Custodian;
import baton.escalation.platform.Sight;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which referrals are asked for: the same question put to the board and to the fold.
 *
 * @param states any of them; empty for every referral, concluded ones included
 * @param force or null
 * @param grade the risk grade, {@value CustodySummary#UNGRADED} for none yet; or null
 * @param custodian a person, a team or an organisation; or null
 * @param sight only what concerns this organisation; null for everything
 */
record CustodyQuery(
    Set<CustodyState> states,
    OrganisationCode force,
    String grade,
    String custodian,
    OrganisationCode sight) {

  static CustodyQuery everything(OrganisationCode sight) {
    return new CustodyQuery(Set.of(), null, null, null, sight);
  }

  boolean matches(BoardEntry entry) {
    return (states.isEmpty() || !Collections.disjoint(states, entry.states()))
        && (force == null || force.equals(entry.force()))
        && (grade == null || grade.equals(gradeOf(entry)))
        && (custodian == null || heldBy(entry.holder()))
        && (sight == null || Sight.concerns(entry.force(), entry.holder(), sight));
  }

  /** A condition over the columns of {@code custody_board}. */
  Condition condition(Instant known) {
    var condition = new Condition(new ArrayList<>(List.of("true")), new ArrayList<>());
    if (!states.isEmpty()) {
      var any =
          states.stream().sorted().map(CustodyState::condition).collect(Collectors.joining(" or "));
      condition.and("(" + any + ")", known, any);
    }
    if (force != null) condition.and("force = ?", force.value());
    if (grade != null && grade.equals(CustodySummary.UNGRADED)) condition.and("grade is null");
    else if (grade != null) condition.and("grade = ?", grade);
    if (custodian != null)
      condition.and(
          "? in (custodian_person, custodian_team, custodian_organisation, custodian_post)",
          custodian);
    if (sight != null) condition.and("? in (force, custodian_organisation)", sight.value());
    return condition;
  }

  private boolean heldBy(Custodian holder) {
    return holder != null
        && Stream.of(holder.person(), holder.team(), holder.organisation(), holder.post())
            .anyMatch(each -> each != null && each.toString().equals(custodian));
  }

  private static String gradeOf(BoardEntry entry) {
    return entry.grade() == null ? CustodySummary.UNGRADED : entry.grade().name();
  }

  /** SQL with its values. */
  record Condition(List<String> parts, List<Object> values) {
    void and(String part, Object... bound) {
      parts.add(part);
      values.addAll(List.of(bound));
    }

    private void and(String part, Instant known, String any) {
      long limits = any.split(":known", -1).length - 1L;
      parts.add(part.replace(":known", "?"));
      for (long i = 0; i < limits; i++) values.add(known.atOffset(ZoneOffset.UTC));
    }

    String sql() {
      return String.join(" and ", parts);
    }
  }
}

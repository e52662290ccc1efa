package baton.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Rank;
import baton.contract.escalation.Rung;
import baton.roster.OrganisationRoster.Lead;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who comes next after one custodian at one instant, in the order of design section 5: upwards past
 * everyone who is absent, ending at a post that is never empty.
 */
final class Succession {
  private final Cover custodian;
  private final OrganisationRoster roster;
  private final Instant at;
  // Where it is held, else the person's own team, else the team that answers for the post.
  private final TeamId team;

  Succession(Cover custodian, OrganisationRoster roster, Instant at) {
    this.custodian = custodian;
    this.roster = roster;
    this.at = at;
    this.team =
        custodian.team() != null
            ? custodian.team()
            : custodian.person() != null
                ? roster.teamOf(custodian.person())
                : Post.team(custodian.post());
  }

  Cover cover() {
    return first(
        Post.lastOf(organisation()), deputy(), supervisor(), above(), onDuty(), inspector());
  }

  Cover supervising() {
    return first(
        Post.lastOf(organisation()), supervisor(), deputy(), above(), onDuty(), inspector());
  }

  Cover rung(Rung rung) {
    String last = Post.lastOf(organisation());
    return switch (rung) {
      case CUSTODIAN -> custodian;
      case SERGEANT -> first(last, supervisor(), onDuty(), deputy(), above(), inspector());
      case INSPECTOR -> first(last, inspector(), ofRank(Rank.INSPECTOR));
      case HEAD_OF_UNIT ->
          first(Post.HEAD_OF_UNIT, ofRank(Rank.SUPERINTENDENT), ofRank(Rank.CHIEF_INSPECTOR));
      case CHIEF_OFFICER -> first(Post.CHIEF_OFFICER, ofRank(Rank.CHIEF_SUPERINTENDENT));
    };
  }

  /** The first of them who is there and is not the custodian; where none is, the post. */
  @SafeVarargs
  private Cover first(String post, Stream<Cover>... inTurn) {
    return Stream.of(inTurn)
        .flatMap(Function.identity())
        .filter(each -> !each.person().equals(custodian.person()))
        .filter(each -> roster.there(each.person(), at))
        .findFirst()
        .orElseGet(() -> Cover.post(organisation(), post));
  }

  private Stream<Cover> supervisor() {
    return roster.lead(team).map(Lead::supervisor).stream().map(this::whereItIsHeld);
  }

  private Stream<Cover> deputy() {
    return roster.lead(team).map(Lead::deputy).stream().map(this::whereItIsHeld);
  }

  private Stream<Cover> onDuty() {
    return roster.onDuty(team, at).map(this::whereItIsHeld);
  }

  /** Those who lead the team that the team's own lead is in, and so on upwards. */
  private Stream<Cover> above() {
    var found = Stream.<Cover>builder();
    Set<TeamId> seen = new HashSet<>();
    if (team != null) seen.add(team);
    TeamId next = teamAbove(team, seen);
    while (next != null) {
      seen.add(next);
      for (PersonId person : leads(next)) found.add(inOwnTeam(person));
      next = teamAbove(next, seen);
    }
    return found.build();
  }

  private TeamId teamAbove(TeamId below, Set<TeamId> seen) {
    return leads(below).stream()
        .map(roster::teamOf)
        .filter(each -> each != null && !seen.contains(each))
        .findFirst()
        .orElse(null);
  }

  private List<PersonId> leads(TeamId of) {
    return roster.lead(of).stream()
        .flatMap(lead -> Stream.of(lead.supervisor(), lead.deputy()))
        .filter(Objects::nonNull)
        .toList();
  }

  private Stream<Cover> inspector() {
    return roster.dutyInspectors(at).map(this::inOwnTeam);
  }

  private Stream<Cover> ofRank(Rank rank) {
    return roster.ofRank(rank, at).map(this::inOwnTeam);
  }

  /** A post's team answers for it and does not hold it: what a post has is in no team. */
  private Cover whereItIsHeld(PersonId person) {
    return Cover.person(organisation(), custodian.post() == null ? team : null, person);
  }

  private Cover inOwnTeam(PersonId person) {
    return Cover.person(organisation(), roster.teamOf(person), person);
  }

  private OrganisationCode organisation() {
    return custodian.organisation();
  }
}

package baton.escalation.sample;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.allocation.Outcome;
import baton.contract.escalation.ClockName;
import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A referral of a sample: who had it and what was due at the moment of the sample, and how it came
 * to that.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampledReferral(
    ReferralId referralId,
    Stage stage,
    Holder custodian,
    OrganisationCode force,
    Grade priority,
    Grade grade,
    boolean urgent,
    Instant receivedAt,
    Instant actedAt,
    Outcome outcome,
    List<DueClock> clocks,
    List<SampledEvent> events) {

  /**
   * @param person a pseudonym
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Holder(
      OrganisationCode organisation, TeamId team, String person, String post, Instant since) {}

  /**
   * @param state running, met or expired
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DueClock(
      ClockName clock, Instant started, Instant due, String state, Instant metAt) {}

  static SampledReferral of(
      Custody custody, Instant at, Pseudonyms pseudonyms, List<SampledEvent> events) {
    return new SampledReferral(
        custody.referral(),
        custody.stage(),
        holder(custody.custodian(), pseudonyms),
        custody.force(),
        custody.priority(),
        custody.grade() == null ? null : custody.grade().value(),
        custody.grading().urgent(),
        custody.particulars().receivedAt(),
        custody.actedAt(),
        custody.outcome(),
        custody.clocks().all().stream()
            .filter(each -> each.at(at) != Clock.State.STOPPED)
            .map(each -> clock(each, at))
            .toList(),
        events);
  }

  private static Holder holder(Custodian custodian, Pseudonyms pseudonyms) {
    return custodian == null
        ? null
        : new Holder(
            custodian.organisation(),
            custodian.team(),
            pseudonyms.of(custodian.person()),
            custodian.post(),
            custodian.since());
  }

  private static DueClock clock(Clock clock, Instant at) {
    return new DueClock(
        clock.name(),
        clock.started(),
        clock.due(),
        clock.at(at).name().toLowerCase(Locale.ROOT),
        clock.metAt());
  }
}

package baton.journal;

import baton.contract.EarlierVersion;
import baton.contract.EarlierVersions;
import baton.contract.FreeText;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.ActionRecorded;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.time.ZoneId;

/** For tests: as if actions had once been recorded by the day, and nobody had been named. */
@JsonTypeName("baton.action-recorded.v0")
public record ActionOfOldTimes(
    ReferralId referral, ActionKind kind, LocalDate day, Sealed<FreeText> sealed)
    implements EarlierVersion<ActionRecorded> {
  public static final EarlierVersions READ =
      EarlierVersions.OF_CONTRACT.with(ActionOfOldTimes.class, ActionRecorded.class);

  public static final String NAME = "baton.action-recorded.v0";

  /** As the old code stored it. */
  public static String data(ReferralId referral) {
    return "{\"referral\":\"%s\",\"kind\":\"ARREST\",\"day\":\"2012-07-04\"}".formatted(referral);
  }

  @Override
  public ActionRecorded today() {
    return new ActionRecorded(
        referral,
        kind,
        day.atStartOfDay(ZoneId.of("Europe/London")).toInstant(),
        PersonId.of("p-unnamed"),
        sealed);
  }
}

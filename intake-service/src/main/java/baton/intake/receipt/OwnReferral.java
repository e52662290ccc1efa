package baton.intake.receipt;

import static baton.intake.receipt.model.OriginReading.BACK_RECORD;
import static baton.intake.receipt.model.OriginReading.CUSTODY;

import baton.contract.PersonId;
import baton.intake.receipt.model.Origin;
import baton.intake.receipt.model.OriginReading;
import baton.intake.receipt.model.Violation;
import baton.intake.receipt.model.Workforce;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A referral that can be taken, and who has it from then on.
 *
 * @param origin null where an agency sends it: the receiving desk has it
 */
public record OwnReferral(Incoming incoming, Origin origin) {

  /**
   * A force's own find.
   *
   * @param poster who has it, unless it names another
   * @throws UnacceptableReferral with everything that is wrong in it
   */
  static OwnReferral read(byte[] json, PersonId poster, Workforce workforce, Instant now)
      throws JsonProcessingException {
    Map<String, Object> fields = ReferralJson.read(json);
    Object custody = fields.remove(CUSTODY);
    return of(fields, OriginReading.own(custody, poster, workforce, now), now);
  }

  /**
   * An open case of the time before.
   *
   * @throws UnacceptableReferral with everything that is wrong in it
   */
  public static OwnReferral readBackRecord(byte[] json, Workforce workforce, Instant now)
      throws JsonProcessingException {
    Map<String, Object> fields = ReferralJson.read(json);
    Object backRecord = fields.remove(BACK_RECORD);
    return of(fields, OriginReading.backRecord(backRecord, workforce, now), now);
  }

  private static OwnReferral of(Map<String, Object> fields, OriginReading.Read origin, Instant now)
      throws JsonProcessingException {
    List<Violation> violations = new ArrayList<>();
    Incoming incoming = null;
    try {
      incoming = Incoming.of(fields, now);
    } catch (UnacceptableReferral e) {
      violations.addAll(e.violations());
    }
    violations.addAll(origin.violations());
    if (!violations.isEmpty()) throw new UnacceptableReferral(violations);
    return new OwnReferral(incoming, origin.origin());
  }
}

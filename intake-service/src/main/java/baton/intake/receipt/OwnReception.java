package baton.intake.receipt;

import baton.contract.Forces;
import baton.journal.clock.BusinessClock;
import baton.platform.Caller;
import baton.platform.Problems;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what a force brings in of its own accord. */
@ApplicationScoped
public class OwnReception {
  private final Reception reception;
  private final Caller caller;
  private final OwnStaff staff;
  private final BusinessClock clock;

  public OwnReception(Reception reception, Caller caller, OwnStaff staff, BusinessClock clock) {
    this.reception = reception;
    this.caller = caller;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * A referral as a force's staff send it.
   *
   * @throws UnacceptableReferral with everything that is wrong in it
   */
  OwnReferral read(byte[] json) throws JsonProcessingException {
    if (!Forces.knows(caller.organisation()))
      throw Problems.forbidden(
          "forces-only",
          "of its own accord a force brings a referral in, and "
              + caller.organisation()
              + " is none; an agency's system sends with the role agency");
    return OwnReferral.read(json, staff.person(), staff.workforce(), clock.instant());
  }

  Receipt receive(OwnReferral said) {
    return reception.receive(caller.organisation(), said.incoming(), said.origin());
  }

  /**
   * What came by another way than a request, with its numbers as they were written.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem with everything that is wrong in it
   */
  public Receipt receive(ObjectNode json) {
    try {
      return receive(read(ReferralJson.bytes(json)));
    } catch (UnacceptableReferral wrong) {
      throw UnacceptableMapper.problem(wrong);
    } catch (JsonProcessingException tooMuch) {
      throw Problems.of(
          400,
          "malformed-json",
          "Not readable",
          "data nests deeper, or has a longer number or name or more values, than Baton reads");
    }
  }
}

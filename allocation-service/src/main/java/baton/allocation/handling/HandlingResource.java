package baton.allocation.handling;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.Caseload;
import baton.allocation.casework.model.Party;
import baton.allocation.handling.NewestConditions.Asked;
import baton.allocation.handling.model.AcknowledgeHandling;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.journal.seal.Keyring;
import baton.journal.seal.Sealer;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Problems;
import baton.platform.Role;
import baton.platform.Roles;
import baton.platform.forms.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people of a force acknowledge before content opens to it. */
@Path("/cases/{referralId}/handling")
@Produces(MediaType.APPLICATION_JSON)
public class HandlingResource {
  private final Caseload caseload;
  private final Agreements agreements;
  private final NewestConditions newest;
  private final Sealer sealer;
  private final Keyring keyring;
  private final Transactions transactions;
  private final Attempts attempts;
  private final Commands commands;
  private final Caller caller;

  public HandlingResource(
      Caseload caseload,
      Agreements agreements,
      NewestConditions newest,
      Sealer sealer,
      Keyring keyring,
      Transactions transactions,
      Attempts attempts,
      Commands commands,
      Caller caller) {
    this.caseload = caseload;
    this.agreements = agreements;
    this.newest = newest;
    this.sealer = sealer;
    this.keyring = keyring;
    this.transactions = transactions;
    this.attempts = attempts;
    this.commands = commands;
    this.caller = caller;
  }

  @Schema(name = "HandlingAcknowledgement")
  public record Wanted(
      @Schema(
              description =
                  "`conditionsId` beside the `conditions` that were read: nobody acknowledges what"
                      + " he or she has not seen",
              examples = "0199cccc-0000-7000-8000-000000000004",
              required = true)
          String conditionsId) {}

  @POST
  @Path("/acknowledgement")
  @RolesAllowed({Roles.OFFICER, Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Acknowledge the conditions under which a referral may be used (handling code C)",
      description =
          "By a person of the force, who has read them (`conditions` of GET /cases/{id} or of the"
              + " feed). From then on the content opens to the force: read the case, or the feed,"
              + " again. Conditions that change later are to be acknowledged anew, and close what"
              + " came before them as well; whoever names others than the newest is refused with"
              + " 409 `conditions-changed`. A force's system names the person in"
              + " Baton-On-Behalf-Of.")
  public Executed acknowledge(@PathParam("referralId") ReferralId referral, Wanted body) {
    Party party = agreements.party();
    OrganisationCode force = force(referral, party);
    EventId read = read(body);
    Asked asked = newest.of(referral, party.actsFor()).orElseThrow(HandlingResource::nothing);
    if (!asked.box().equals(read)) throw changed();
    boolean throughSystem = caller.is(Role.FORCE_SYSTEM);
    var command =
        new AcknowledgeHandling(
            referral, force, asked.box(), caller.requirePerson(), throughSystem);
    return attempts.inTransaction(
        () -> {
          Executed executed = commands.send(command);
          var closed = sealer.seal(asked.conditions(), asked.box(), keyring.find(asked.key()));
          HandlingTable.on(transactions.connection()).keep(referral, force, asked.box(), closed);
          return executed;
        });
  }

  /** In whose name the caller sees it. */
  private OrganisationCode force(ReferralId referral, Party party) {
    if (caller.belongsTo(OrganisationCode.NCA))
      throw Problems.forbidden(
          "not-of-the-force",
          "conditions are acknowledged by the force to which a referral is given; the NCA gives"
              + " it");
    return party.actsFor().stream()
        .sorted()
        .filter(each -> caseload.seenBy(each, Set.of(referral)).contains(referral))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.notFound(
                    "there is no case of this referral that your organisation may see, or its"
                        + " receipt has not been read yet"));
  }

  private static EventId read(Wanted body) {
    var form = new Form();
    EventId read = form.requiredId("/conditionsId", Form.body(body).conditionsId(), EventId::of);
    form.check();
    return read;
  }

  private static RuntimeException changed() {
    return Problems.of(
        409,
        "conditions-changed",
        "Refused as things stand",
        "these are not the newest conditions: read them again (GET /cases/{id}) and acknowledge"
            + " those");
  }

  private static RuntimeException nothing() {
    return Problems.of(
        409,
        "no-conditions",
        "Refused as things stand",
        "this referral may be used without conditions: there is nothing to acknowledge");
  }
}

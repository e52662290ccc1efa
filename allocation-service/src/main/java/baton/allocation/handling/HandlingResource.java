package baton.allocation.handling;

import baton.allocation.agreement.Agreements;
import baton.allocation.caseload.CaseDetail.Dissemination;
import baton.allocation.caseload.Caseload;
import baton.allocation.handling.model.AcknowledgeHandling;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.allocation.SealedPackage;
import baton.contract.intake.ReferralDetails;
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
import baton.platform.referral.Conditions;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralReading;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What people of a force acknowledge before content opens to it. */
@Path("/cases/{referralId}/handling")
@Produces(MediaType.APPLICATION_JSON)
public class HandlingResource {
  private final Caseload caseload;
  private final Agreements agreements;
  private final ReferralReading boxes;
  private final Sealer sealer;
  private final Keyring keyring;
  private final Transactions transactions;
  private final Attempts attempts;
  private final Commands commands;
  private final Caller caller;

  public HandlingResource(
      Caseload caseload,
      Agreements agreements,
      ReferralReading boxes,
      Sealer sealer,
      Keyring keyring,
      Transactions transactions,
      Attempts attempts,
      Commands commands,
      Caller caller) {
    this.caseload = caseload;
    this.agreements = agreements;
    this.boxes = boxes;
    this.sealer = sealer;
    this.keyring = keyring;
    this.transactions = transactions;
    this.attempts = attempts;
    this.commands = commands;
    this.caller = caller;
  }

  /**
   * The newest conditions.
   *
   * @param key that of their box
   */
  private record Asked(EventId box, String key, String conditions) {}

  @POST
  @Path("/acknowledgement")
  @RolesAllowed({Roles.OFFICER, Roles.ALLOCATOR, Roles.SUPERVISOR, Roles.FORCE_SYSTEM})
  @Operation(
      summary = "Acknowledge the conditions under which a referral may be used (handling code C)",
      description =
          "By a person of the force, who has read them (`conditions` of GET /cases/{id} or of the"
              + " feed). From then on the content opens to the force: read the case, or the feed,"
              + " again. Conditions that change later are to be acknowledged anew. A force's system"
              + " names the person in Baton-On-Behalf-Of.")
  public Executed acknowledge(@PathParam("referralId") ReferralId referral) {
    OrganisationCode force = force(referral);
    Asked asked = newest(referral, force).orElseThrow(HandlingResource::nothing);
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
  private OrganisationCode force(ReferralId referral) {
    if (caller.belongsTo(OrganisationCode.NCA))
      throw Problems.forbidden(
          "not-of-the-force",
          "conditions are acknowledged by the force to which a referral is given; the NCA gives"
              + " it");
    return agreements.party().actsFor().stream()
        .sorted()
        .filter(each -> caseload.seenBy(each, Set.of(referral)).contains(referral))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.notFound(
                    "there is no case of this referral that your organisation may see, or its"
                        + " receipt has not been read yet"));
  }

  /** Of the packages that the force was given and of what the sender sent since. */
  private Optional<Asked> newest(ReferralId referral, OrganisationCode force) {
    Stream<Asked> given =
        caseload.disseminations(referral, Set.of(force)).stream()
            .filter(offer -> offer.sealed() != null)
            .flatMap(offer -> ofPackage(offer).stream());
    Stream<Asked> sent =
        transactions
            .inTransaction(() -> ReferralCopies.find(referral, transactions.connection()))
            .flatMap(
                copy ->
                    boxes
                        .unseen(copy.sealed(), copy.sealedBy(), ReferralDetails.class)
                        .flatMap(Conditions::of)
                        .map(said -> new Asked(copy.sealedBy(), copy.sealed().key(), said)))
            .stream();
    return Stream.concat(given, sent).max(Comparator.comparing(Asked::box));
  }

  private Optional<Asked> ofPackage(Dissemination offer) {
    return boxes
        .unseen(offer.sealed(), offer.sealedBy(), SealedPackage.class)
        .map(SealedPackage::referral)
        .flatMap(Conditions::of)
        .map(said -> new Asked(offer.sealedBy(), offer.sealed().key(), said));
  }

  private static RuntimeException nothing() {
    return Problems.of(
        409,
        "no-conditions",
        "Refused as things stand",
        "this referral may be used without conditions: there is nothing to acknowledge");
  }
}

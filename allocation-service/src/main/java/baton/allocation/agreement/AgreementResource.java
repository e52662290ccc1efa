package baton.allocation.agreement;

import baton.allocation.agreement.model.Agreement.FormJointUnit;
import baton.allocation.agreement.model.Agreement.NameTieBreaker;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.platform.Caller;
import baton.platform.Commands;
import baton.platform.Executed;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What organisations agreed between them, as an administrator of the NCA or of Baton keeps it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
public class AgreementResource {
  private final Commands commands;
  private final Caller caller;
  private final Agreements agreements;

  public AgreementResource(Commands commands, Caller caller, Agreements agreements) {
    this.commands = commands;
    this.caller = caller;
    this.agreements = agreements;
  }

  @Schema(name = "TieBreaker")
  record TieBreakerBody(
      @Schema(examples = "46", required = true) String one,
      @Schema(examples = "42", required = true) String other,
      @Schema(description = "of the tie-breaker", examples = "nca", required = true)
          String organisation,
      @Schema(examples = "p-1001", required = true) String person) {}

  @Schema(name = "JointUnit")
  record JointUnitBody(
      @Schema(description = "codes; none: it acts for itself alone", required = true)
          List<String> forces) {}

  @PUT
  @Path("/tie-breakers")
  @Operation(
      summary = "Name who decides when two organisations each say that a referral is not theirs",
      description =
          "For the pair, in either order (R3). He or she has such a referral until it is sent to"
              + " one of them.")
  public Executed tieBreaker(TieBreakerBody body) {
    requireCentral();
    var form = new Form();
    OrganisationCode one = form.requiredId("/one", Form.body(body).one(), OrganisationCode::of);
    OrganisationCode other = form.requiredId("/other", body.other(), OrganisationCode::of);
    OrganisationCode of =
        form.requiredId("/organisation", body.organisation(), OrganisationCode::of);
    PersonId person = form.requiredId("/person", body.person(), PersonId::of);
    form.check();
    return commands.send(
        new NameTieBreaker(one, other, of, person, agreements.employs(of, person)));
  }

  @PUT
  @Path("/joint-units/{unit}")
  @Operation(
      summary = "Say for which forces a joint unit acts",
      description =
          "Its people accept, allocate and work for each of them as that force's own; they stand in"
              + " the unit's roster.")
  public Executed jointUnit(@PathParam("unit") OrganisationCode unit, JointUnitBody body) {
    requireCentral();
    var form = new Form();
    List<String> given = form.required("/forces", Form.body(body).forces());
    var forces = new ArrayList<OrganisationCode>();
    for (int i = 0; given != null && i < given.size(); i++) {
      OrganisationCode force = form.force("/forces/" + i, given.get(i));
      if (force != null) forces.add(force);
    }
    form.check();
    return commands.send(new FormJointUnit(unit, forces));
  }

  private void requireCentral() {
    if (!caller.belongsTo(OrganisationCode.NCA) && !caller.belongsTo(OrganisationCode.BATON))
      throw Problems.forbidden(
          "central-administrator-only",
          "what organisations agreed between them is kept by an administrator of the NCA or of"
              + " Baton");
  }
}

package baton.escalation.custody;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import baton.platform.forms.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who has this now, and how long have they had it. */
@Path("/custody")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Roles.ASSESSOR,
  Roles.ALLOCATOR,
  Roles.OFFICER,
  Roles.SUPERVISOR,
  Roles.FORCE_SYSTEM,
  Roles.AUDITOR
})
@ServesCopies
public class CustodyResource {
  private final CustodyDesk desk;
  private final Sight sight;

  public CustodyResource(CustodyDesk desk, Sight sight) {
    this.desk = desk;
    this.sight = sight;
  }

  @GET
  @Operation(
      summary = "Referrals by who has them and what is due",
      description =
          "state: any of open, waitingAcceptance, withoutPerson, overdue, dormant, unowned, parted"
              + " by commas; grade: a risk grade or UNGRADED; custodian: a person, a team, a post"
              + " or an organisation; asAt: as it stood at that time; by: recorded (what was on"
              + " record by then) or happened (what had happened by then, whenever it was"
              + " recorded). A board as at a moment is made when it is first asked for, one at a"
              + " time, and kept while its pages are turned: 503 with Retry-After until it is"
              + " there. A page of it may hold fewer than limit before the last one: go on while"
              + " next is given. All pages are of one board: where it may still change and is kept"
              + " no longer, 410, and begin again.")
  public CustodyPage list(
      @QueryParam("state") String state,
      @QueryParam("force") OrganisationCode force,
      @QueryParam("grade") String grade,
      @QueryParam("custodian") String custodian,
      @QueryParam("asAt") String asAt,
      @QueryParam("by") String by,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("after") String after) {
    var query = new CustodyQuery(states(state), force, grade(grade), custodian, sight.bound());
    return desk.list(query, PageMark.of(after), limit, AsAt.of(asAt, by));
  }

  @GET
  @Path("/{referralId}")
  @Operation(
      summary = "Who has a referral, what is due, and what nobody has dealt with",
      description =
          "With asAt, as it stood at that time, with what had been done by then and the events that"
              + " say so; by: recorded (what was on record by then, the default) or happened (what"
              + " had happened by then, whenever it was recorded).")
  public CustodyAnswer one(
      @PathParam("referralId") ReferralId referral,
      @QueryParam("asAt") String asAt,
      @QueryParam("by") String by) {
    AsAt moment = AsAt.of(asAt, by);
    var found =
        desk.find(referral, moment)
            .orElseThrow(
                () ->
                    moment.now()
                        ? Problems.notReadYet("Nothing of this referral has been read yet.")
                        : Problems.notFound("Nothing of this referral counts by then."));
    sight.require(found.custody());
    return desk.answer(found, moment);
  }

  @GET
  @Path("/summary")
  @RolesAllowed({
    Roles.ASSESSOR,
    Roles.ALLOCATOR,
    Roles.OFFICER,
    Roles.SUPERVISOR,
    Roles.FORCE_SYSTEM,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  @Operation(
      summary = "The headline, in numbers",
      description =
          "asAt: as it stood at that time; by: recorded or happened. 503 with Retry-After until a"
              + " board as at that moment is made.")
  public CustodySummary summary(@QueryParam("asAt") String asAt, @QueryParam("by") String by) {
    return desk.summary(CustodyQuery.everything(sight.boundInNumbers()), AsAt.of(asAt, by));
  }

  private static Set<CustodyState> states(String given) {
    var states = EnumSet.noneOf(CustodyState.class);
    for (String word : Query.words(given))
      states.add(
          CustodyState.of(word)
              .orElseThrow(
                  () ->
                      Query.wrong(
                          "state",
                          "state is any of "
                              + Arrays.stream(CustodyState.values())
                                  .map(CustodyState::wireName)
                                  .toList()
                              + ", parted by commas")));
    return states;
  }

  private static String grade(String given) {
    if (given == null || given.equals(CustodySummary.UNGRADED)) return given;
    return Words.read(Grade.class, given)
        .orElseThrow(
            () ->
                Query.wrong(
                    "grade",
                    "grade is one of "
                        + Words.allowed(Grade.class)
                        + " or "
                        + CustodySummary.UNGRADED))
        .name();
  }
}

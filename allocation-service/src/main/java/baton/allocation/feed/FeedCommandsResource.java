package baton.allocation.feed;

import baton.allocation.feed.model.ReceiveDisseminations;
import baton.contract.OrganisationCode;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.forms.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a subscriber says of its feed, or asks of it. */
@Path("/disseminations")
@Produces(MediaType.APPLICATION_JSON)
public class FeedCommandsResource {
  private static final String WHICH = "for a joint unit: which of its forces; else one's own";

  private final FeedSight sight;
  private final Commands commands;
  private final Transactions transactions;
  private final CatchUp catchUp;

  public FeedCommandsResource(
      FeedSight sight, Commands commands, Transactions transactions, CatchUp catchUp) {
    this.sight = sight;
    this.commands = commands;
    this.transactions = transactions;
    this.catchUp = catchUp;
  }

  @Schema(name = "FeedReceipt")
  record ReceiptBody(
      @Schema(
              description = "the `feedposition` of the last entry that you have stored",
              required = true,
              examples = "17")
          Long upTo) {}

  /**
   * @param receivedUpTo up to where the force's system has said to have the feed, in all
   * @param recorded wire names of the events that it led to; empty where it was so already
   */
  @Schema(name = "FeedReceived")
  record Received(
      OrganisationCode force, long receivedUpTo, List<String> recorded, Instant recordedTime) {}

  @POST
  @Path("/receipts")
  @RolesAllowed(Roles.FORCE_SYSTEM)
  @Operation(
      summary = "Say up to where your system has the feed",
      description =
          "Transport: recorded for good and shown with each case, but no person has accepted"
              + " anything by it, and it stops no clock. An earlier place than the last changes"
              + " nothing. It needs no Baton-On-Behalf-Of.")
  public Received receive(
      @Parameter(description = WHICH) @QueryParam("force") OrganisationCode force,
      ReceiptBody body) {
    OrganisationCode of = sight.require(force);
    var form = new Form();
    Long upTo = form.required("/upTo", Form.body(body).upTo());
    form.check();
    UUID entry =
        transactions.inTransaction(() -> FeedTable.on(transactions.connection()).idAt(of, upTo));
    if (entry == null)
      throw Problems.of(
          422,
          "not-in-feed",
          "The request cannot be taken as it is",
          "the feed of " + of + " has no entry " + upTo + "; nobody can have received it");
    var receipt = new ReceiveDisseminations(of, upTo, entry);
    var executed =
        commands.recordAsForceSystem(
            ReceiveDisseminations.KIND,
            ReceiveDisseminations.stream(of),
            () ->
                receipt.decide(
                    FeedCursors.on(transactions.connection()).position(FeedCursors.RECEIPT, of)));
    long reached =
        transactions.inTransaction(
            () -> FeedCursors.on(transactions.connection()).position(FeedCursors.RECEIPT, of));
    return new Received(of, reached, executed.recorded(), executed.recordedTime());
  }

  @Schema(name = "FeedCatchUp")
  record CatchUpBody(
      @Schema(
              description =
                  "the `feedposition` behind which you have the feed, where you have nothing of"
                      + " before it; without it the place at which this was first asked",
              examples = "4999")
          Long since) {}

  @POST
  @Path("/catch-up")
  @RolesAllowed({Roles.FORCE_SYSTEM, Roles.ALLOCATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Put everything that is still open for the force at the end of its feed, once",
      description =
          "For a system that subscribes later than the force was given its first referral: read"
              + " what follows `after`, and you have each referral that is open, once, however"
              + " often and by however many this is asked. Who has lost what stood before a place,"
              + " or never had it, names that place as `since`.")
  public CatchUp.CaughtUp catchUp(
      @Parameter(description = WHICH) @QueryParam("force") OrganisationCode force,
      CatchUpBody body) {
    OrganisationCode of = sight.require(force);
    Long since = body == null ? null : body.since();
    var form = new Form();
    if (since != null && since < 0)
      form.wrong("/since", "wrong-form", "since is the feedposition of an entry, or 0");
    form.check();
    return catchUp.tell(of, since);
  }
}

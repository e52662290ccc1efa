package baton.escalation.archive;

import baton.contract.ReferralId;
import baton.escalation.archive.ArchivePages.Sink;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import baton.platform.board.CustodyBoard;
import baton.platform.limits.LongAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The stored bytes, one event a line. Personal data stands in them as it was sealed and stays so.
 */
@Path("/audit")
@Produces(AuditResource.NDJSON)
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@ServesCopies
public class AuditResource {
  static final String NDJSON = "application/x-ndjson";

  /** Everything that can be written as a time. */
  private static final String FOR_EVER = "9999-12-31T23:59:59Z";

  private final ArchivePages archive;
  private final Transactions transactions;
  private final CustodyBoard board;
  private final Sight sight;

  public AuditResource(
      ArchivePages archive, Transactions transactions, CustodyBoard board, Sight sight) {
    this.archive = archive;
    this.transactions = transactions;
    this.board = board;
    this.sight = sight;
  }

  @GET
  @LongAnswer
  @RunOnVirtualThread
  @Path("/referrals/{referralId}/events")
  @Operation(summary = "Every event of a referral as it stands on the log, in log order")
  public StreamingOutput ofReferral(@PathParam("referralId") ReferralId referral) {
    transactions
        .inTransaction(() -> board.find(referral, transactions.connection()))
        .map(sight::require)
        .orElseThrow(() -> Problems.notReadYet("Nothing of this referral has been read yet."));
    return out -> archive.ofReferral(referral, lines(out));
  }

  @GET
  @LongAnswer
  @RunOnVirtualThread
  @Path("/events")
  @Operation(
      summary = "Every event recorded in a span, by the time it was recorded",
      description = "from is inclusive, to exclusive; for who sees everything.")
  public StreamingOutput recorded(@QueryParam("from") String from, @QueryParam("to") String to) {
    if (sight.bound() != null)
      throw Problems.forbidden(
          "audit-of-everything",
          "The whole log concerns every organisation; an auditor or an NCA supervisor may read it,"
              + " and anybody else GET /audit/referrals/{id}/events.");
    Instant first = Query.time("from", from);
    Instant end = Query.time("to", to == null ? FOR_EVER : to);
    return out -> archive.recordedBetween(first == null ? Instant.EPOCH : first, end, lines(out));
  }

  private static Sink<IOException> lines(OutputStream out) {
    return event -> {
      out.write(event.value());
      out.write('\n');
    };
  }
}

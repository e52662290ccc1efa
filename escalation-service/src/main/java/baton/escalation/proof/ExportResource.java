package baton.escalation.proof;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.Roles;
import baton.platform.ServesCopies;
import baton.platform.board.CustodyBoard;
import baton.platform.limits.LongAnswer;
import baton.proof.ProofFormat;
import baton.proof.ProofLine;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A slice of the log in the log's own bytes, and what proves it. Goes as far as the last
 * checkpoint, which the header {@value #ROUND} names: with it and {@code after}, an export that was
 * cut off goes on where it was.
 */
@Path("/audit/export")
@Produces("application/x-ndjson")
@RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
@ServesCopies
public class ExportResource {
  static final String ROUND = "Baton-Checkpoint-Round";

  private static final int SINCE_MAX = 100;

  private final Export export;
  private final SigningKey key;
  private final Transactions transactions;
  private final CustodyBoard board;
  private final Sight sight;

  ExportResource(
      Export export, SigningKey key, Transactions transactions, CustodyBoard board, Sight sight) {
    this.export = export;
    this.key = key;
    this.transactions = transactions;
    this.board = board;
    this.sight = sight;
  }

  /** Which events; nothing given: the whole log. */
  public static class Asked {
    /** Of one referral. */
    @QueryParam("referral")
    public ReferralId referral;

    /** Of the referrals that concern this force now. */
    @QueryParam("force")
    public OrganisationCode force;

    /** Recorded from here on. */
    @QueryParam("from")
    public String from;

    /** Recorded before this. */
    @QueryParam("to")
    public String to;

    /** Behind this event: topic id, partition and leaf index of its proof, parted by slashes. */
    @QueryParam("after")
    public String after;

    /** Up to the checkpoints of this time of signing, not the last. */
    @QueryParam("round")
    public Long round;

    /**
     * Earlier checkpoints to be connected with: topic id, partition and size, parted by slashes.
     */
    @QueryParam("since")
    public List<String> since;
  }

  @GET
  @LongAnswer
  @RunOnVirtualThread
  @Operation(
      summary = "A slice of the log, one event a line",
      description =
          "Each line is the event's bytes as they stand on the log, by partition and leaf index;"
              + " sealed data stays sealed. docs/verifying.md says how to prove it. round and after"
              + " go on with an export that was begun: of a force, for two days, then 410.")
  public RestResponse<StreamingOutput> events(@BeanParam Asked asked) {
    ExportQuery query = query(asked);
    List<CheckpointTable.Row> trees = trees(query);
    return answer(
        query,
        out -> export.<IOException>each(query, trees, false, (entry, value) -> line(out, value)));
  }

  @GET
  @LongAnswer
  @RunOnVirtualThread
  @Path("/proof")
  @Operation(
      summary = "What proves an export of the same query",
      description =
          "First a manifest with signed checkpoints, then a line for each event: place, id, leaf"
              + " hash and audit path. docs/verifying.md has the format.")
  public RestResponse<StreamingOutput> proof(@BeanParam Asked asked) {
    ExportQuery query = query(asked);
    List<CheckpointTable.Row> trees = trees(query);
    return answer(
        query,
        out -> {
          if (query.after() == null) line(out, ProofFormat.write(export.manifest(query, trees)));
          export.<IOException>each(
              query, trees, true, (entry, value) -> line(out, ProofFormat.write(entry)));
          line(out, ProofFormat.write(new ProofLine.End()));
        });
  }

  private static void line(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.write('\n');
  }

  private static RestResponse<StreamingOutput> answer(ExportQuery query, StreamingOutput lines) {
    return ResponseBuilder.ok(lines).header(ROUND, Long.toString(query.round())).build();
  }

  private ExportQuery query(Asked asked) {
    key.verifierKey();
    requireSight(asked);
    if (asked.since != null && asked.since.size() > SINCE_MAX)
      throw Query.wrong("since", "since is given " + SINCE_MAX + " times at most");
    long round =
        transactions.inTransaction(
            () -> CheckpointDesk.round(asked.round, CheckpointTable.on(transactions.connection())));
    if (round == 0)
      throw Problems.notReadYet(
          "Nothing was signed yet; the first checkpoint comes within a minute.");
    return new ExportQuery(
        asked.referral,
        asked.force,
        Query.time("from", asked.from),
        Query.time("to", asked.to),
        round,
        asked.round != null || asked.after != null,
        asked.after == null ? null : ExportPlace.parse("after", asked.after),
        asked.since == null
            ? List.of()
            : asked.since.stream().map(each -> ExportPlace.parse("since", each)).toList());
  }

  private List<CheckpointTable.Row> trees(ExportQuery query) {
    List<CheckpointTable.Row> trees = export.trees(query);
    ExportPlace after = query.after();
    if (after != null
        && trees.stream()
            .noneMatch(
                row -> after.isOf(row) && after.number() >= 0 && after.number() < row.size()))
      throw Query.wrong("after", "after names no leaf of this round's checkpoints");
    return trees;
  }

  private void requireSight(Asked asked) {
    OrganisationCode bound = sight.bound();
    if (bound == null) return;
    if (asked.referral != null) {
      transactions
          .inTransaction(() -> board.find(asked.referral, transactions.connection()))
          .map(sight::require)
          .orElseThrow(() -> Problems.notReadYet("Nothing of this referral has been read yet."));
      return;
    }
    if (!bound.equals(asked.force))
      throw Problems.forbidden(
          "audit-of-everything",
          "The log concerns every organisation; an auditor or an NCA supervisor may export it,"
              + " you what concerns your own with force="
              + bound);
  }
}

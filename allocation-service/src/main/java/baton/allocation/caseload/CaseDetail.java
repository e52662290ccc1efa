package baton.allocation.caseload;

import baton.allocation.handling.ConditionalReading;
import baton.contract.EventId;
import baton.contract.Sealed;
import baton.contract.allocation.SealedPackage;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One case with everything that was done.
 *
 * @param disseminations oldest first; a force sees what it was offered and what it offered
 * @param allocations to officers, oldest first
 * @param actions in the order in which they happened
 * @param oversight left out for a force that had it and handed it on
 * @param content left out for a reader who may not see personal data
 */
@Schema(name = "Case")
public record CaseDetail(
    @JsonUnwrapped CaseRow facts,
    @JsonUnwrapped Closing closing,
    List<Dissemination> disseminations,
    List<Allocation> allocations,
    List<Action> actions,
    @JsonUnwrapped CaseOversight oversight,
    @JsonUnwrapped Content content,
    Instant asOf,
    double lagSeconds) {

  /** How it ends; what is not so yet is null. */
  public record Closing(
      String agency,
      Instant openedAt,
      Instant heldSince,
      String proposedBy,
      String confirmedBy,
      Instant concludedAt) {

    /** As the force sees it that handed it on. */
    Closing handedOn() {
      return new Closing(agency, openedAt, null, null, null, null);
    }

    static Closing of(ResultSet row) throws SQLException {
      return new Closing(
          row.getString("agency"),
          Sql.instant(row, "opened_at"),
          Sql.instant(row, "held_since"),
          row.getString("proposed_by"),
          row.getString("ended") == null
              ? row.getString("confirmed_by")
              : row.getString("ended_by"),
          Sql.instant(row, "concluded_at"));
    }
  }

  /**
   * One offer to an organisation, with the package in its box.
   *
   * @param from who made it
   * @param redirectTo whose the one offered says it is
   * @param outside its acceptance, recorded by others because it is not on Baton; or null
   * @param receivedBySystemAt when the system of the one offered said that it has it: transport, no
   *     acceptance; or null
   */
  @Schema(name = "DisseminationState")
  public record Dissemination(
      int number,
      String from,
      String force,
      String state,
      Instant offeredAt,
      Instant closedAt,
      String reason,
      String redirectTo,
      Outside outside,
      Instant receivedBySystemAt,
      @JsonIgnore EventId sealedBy,
      @JsonIgnore Sealed<SealedPackage> sealed) {

    static Dissemination of(ResultSet row) throws SQLException {
      return new Dissemination(
          row.getInt("number"),
          row.getString("sender"),
          row.getString("force"),
          row.getString("state"),
          Sql.instant(row, "offered_at"),
          Sql.instant(row, "closed_at"),
          row.getString("reason"),
          row.getString("redirect_to"),
          Outside.of(row),
          Sql.instant(row, "received_by_system_at"),
          new EventId(row.getObject("sealed_by", UUID.class)),
          new Sealed<>(row.getString("sealed_key"), row.getString("sealed_box"), null));
    }
  }

  /** It counts once the offer's state is ACCEPTED: then a second person has confirmed it. */
  @Schema(name = "OutsideAcceptance")
  public record Outside(Instant acceptedAt, String reference, String recordedBy) {
    static Outside of(ResultSet row) throws SQLException {
      String by = row.getString("outside_by");
      return by == null
          ? null
          : new Outside(
              Sql.instant(row, "outside_accepted_at"), row.getString("outside_reference"), by);
    }
  }

  /** One offer to an officer. */
  @Schema(name = "AllocationState")
  public record Allocation(
      int number,
      String officer,
      String team,
      String state,
      Instant offeredAt,
      Instant closedAt,
      String reason) {

    static Allocation of(ResultSet row) throws SQLException {
      return new Allocation(
          row.getInt("number"),
          row.getString("officer"),
          row.getString("team"),
          row.getString("state"),
          Sql.instant(row, "offered_at"),
          Sql.instant(row, "closed_at"),
          row.getString("reason"));
    }
  }

  @Schema(name = "ActionDone")
  public record Action(String kind, Instant happenedAt, Instant recordedAt, String by) {
    static Action of(ResultSet row) throws SQLException {
      return new Action(
          row.getString("kind"),
          Sql.instant(row, "happened_at"),
          Sql.instant(row, "recorded_at"),
          row.getString("by_person"));
    }
  }

  /**
   * What the force is given.
   *
   * @param dossier the referral as it stood when it was disseminated, and the officer's note; to
   *     the NCA, before it was, as it stands; null where its key is gone
   * @param unreadable true there, else left out
   */
  public record Content(
      @JsonProperty("package") SealedPackage dossier,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unreadable,
      @Schema(
              description =
                  "under which it may be used (handling code C), in place of `package`: POST"
                      + " /cases/{id}/handling/acknowledgement opens it")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          String conditions,
      @Schema(description = "names these conditions where they are acknowledged")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          EventId conditionsId) {
    static Content of(Optional<SealedPackage> opened) {
      return new Content(opened.orElse(null), opened.isPresent() ? null : true, null, null);
    }

    static Content of(ConditionalReading.Shown shown) {
      return new Content(shown.content(), null, shown.conditions(), shown.conditionsId());
    }
  }
}

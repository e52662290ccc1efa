package baton.intake.status;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.intake.status.BatchStatus.Progress;
import baton.platform.DatabaseFailed;
import baton.platform.sql.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Packages, counted from the board. */
@ApplicationScoped
class Batches {

  private static final String BY_FORCE =
      """
      select coalesce(b.force, r.originated_by, r.force, 'unknown') as force, count(*) as received,
             count(*) filter (where b.triaged)      as triaged,
             count(*) filter (where b.disseminated) as disseminated,
             count(*) filter (where b.accepted or r.originated_by is not null) as accepted,
             count(*) filter (where b.graded)       as graded,
             count(*) filter (where b.allocated)    as allocated,
             count(*) filter (where b.acted)        as acted,
             count(*) filter (where b.concluded)    as concluded,
             count(*) filter (where b.concluded or not b.without_person) as held
        from batch_member m
        join referral_registry r on r.referral = m.referral
        left join custody_board b on b.referral = m.referral
       where m.batch = ?
       group by 1\
      """;

  private final AgroalDataSource database;

  Batches(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * @param held records that a person has accepted, or that are concluded
   */
  record Found(
      BatchId id,
      OrganisationCode agency,
      String name,
      boolean readToItsEnd,
      Map<String, Progress> byForce,
      long held) {

    Progress total() {
      return byForce.values().stream().reduce(Progress.NONE, Progress::plus);
    }

    boolean complete() {
      return readToItsEnd && held == total().received();
    }
  }

  Optional<Found> find(BatchId batch) {
    try (var connection = database.getConnection()) {
      var sql = Sql.on(connection, "the batch");
      return sql.find(
          "select agency, name, received_at from batch where batch = ?",
          row -> found(batch, row, sql),
          batch);
    } catch (SQLException e) {
      throw new DatabaseFailed("the batch could not be reached", e);
    }
  }

  private static Found found(BatchId batch, ResultSet row, Sql sql) throws SQLException {
    var byForce = new TreeMap<String, Progress>();
    var held = new LongAdder();
    sql.list(
        BY_FORCE,
        count -> {
          held.add(count.getLong("held"));
          return byForce.put(count.getString("force"), progress(count));
        },
        batch);
    return new Found(
        batch,
        OrganisationCode.of(row.getString("agency")),
        row.getString("name"),
        row.getObject("received_at") != null,
        byForce,
        held.sum());
  }

  private static Progress progress(ResultSet count) throws SQLException {
    return new Progress(
        count.getLong("received"),
        count.getLong("triaged"),
        count.getLong("disseminated"),
        count.getLong("accepted"),
        count.getLong("graded"),
        count.getLong("allocated"),
        count.getLong("acted"),
        count.getLong("concluded"));
  }
}

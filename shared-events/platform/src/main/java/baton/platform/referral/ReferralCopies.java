package baton.platform.referral;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralDetails;
import baton.contract.intake.ReferralReceived;
import baton.journal.reader.LogRecord;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The copies that one batch of the log touches: read once, changed in memory as the batch goes on,
 * written once at its end. Table {@code referral_copy} (migration {@code classpath:db/referral}).
 */
public final class ReferralCopies {
  private static final String SELECT =
      """
      select referral, agency, reference, force, urgent, actionable, version,
             sealed_by, sealed_key, sealed_box
        from referral_copy where referral = any (?)""";
  private static final String UPSERT =
      """
      insert into referral_copy
        (referral, agency, reference, force, urgent, actionable, version,
         sealed_by, sealed_key, sealed_box)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (referral) do update
        set urgent = excluded.urgent, actionable = excluded.actionable,
            version = excluded.version, sealed_by = excluded.sealed_by,
            sealed_key = excluded.sealed_key, sealed_box = excluded.sealed_box""";

  private final Sql sql;
  private final Map<ReferralId, ReferralCopy> known;
  private final SequencedSet<ReferralId> changed = new LinkedHashSet<>();

  private ReferralCopies(Sql sql, Map<ReferralId, ReferralCopy> known) {
    this.sql = sql;
    this.known = known;
  }

  /** The copies of all referrals that a batch of the log tells of. */
  public static ReferralCopies of(List<LogRecord> batch, Connection connection) {
    var referrals =
        batch.stream()
            .map(record -> record.event().referral())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return of(referrals, connection);
  }

  private static ReferralCopies of(Set<ReferralId> referrals, Connection connection) {
    Sql sql = Sql.on(connection, "the copies of referrals");
    var known = new HashMap<ReferralId, ReferralCopy>();
    if (!referrals.isEmpty())
      sql.list(SELECT, ReferralCopies::read, referrals)
          .forEach(copy -> known.put(copy.referral(), copy));
    return new ReferralCopies(sql, known);
  }

  /** The copy of one referral as it stands. */
  public static Optional<ReferralCopy> find(ReferralId referral, Connection connection) {
    return of(Set.of(referral), connection).find(referral);
  }

  public Optional<ReferralCopy> find(ReferralId referral) {
    return Optional.ofNullable(known.get(referral));
  }

  /** Takes a receipt or an amendment in; any other event changes nothing. */
  public void apply(Recorded<?> recorded) {
    ReferralCopy copy =
        switch (recorded.event()) {
          case ReferralReceived e -> ReferralCopy.received(recorded, e);
          case ReferralAmended e when known.containsKey(e.referral()) ->
              known.get(e.referral()).amended(recorded, e);
          default -> null;
        };
    if (copy == null) return;
    known.put(copy.referral(), copy);
    changed.add(copy.referral());
  }

  public void save() {
    var rows = new ArrayList<Object[]>();
    for (ReferralId referral : changed) {
      ReferralCopy copy = known.get(referral);
      rows.add(
          new Object[] {
            copy.referral(),
            copy.agency(),
            copy.reference(),
            copy.force(),
            copy.urgent(),
            copy.actionable(),
            copy.version(),
            copy.sealedBy(),
            copy.sealed().key(),
            copy.sealed().box()
          });
    }
    sql.updateAll(UPSERT, rows);
  }

  private static ReferralCopy read(ResultSet row) throws SQLException {
    String force = row.getString("force");
    return new ReferralCopy(
        new ReferralId(row.getObject("referral", UUID.class)),
        OrganisationCode.of(row.getString("agency")),
        row.getString("reference"),
        force == null ? null : OrganisationCode.of(force),
        row.getBoolean("urgent"),
        row.getBoolean("actionable"),
        row.getInt("version"),
        new EventId(row.getObject("sealed_by", UUID.class)),
        new Sealed<ReferralDetails>(
            row.getString("sealed_key"), row.getString("sealed_box"), null));
  }
}

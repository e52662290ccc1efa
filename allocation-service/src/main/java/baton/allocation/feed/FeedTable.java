package baton.allocation.feed;

import baton.allocation.feed.model.Content;
import baton.allocation.feed.model.Draft;
import baton.contract.OrganisationCode;
import baton.contract.feed.CommandAnswered;
import baton.contract.feed.FeedTypes;
import baton.journal.envelope.JournalJson;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The feeds as they are kept. Places are given under a lock on the force's row, in the transaction
 * that adds the entry: one that is rolled back gives its places back, and who reads up to a place
 * has everything before it.
 */
final class FeedTable {
  private static final String NEXT =
      "select * from feed_entry where force = ? and position > ? %s order by position limit 1";

  private final Sql sql;

  private FeedTable(Sql sql) {
    this.sql = sql;
  }

  static FeedTable on(Connection connection) {
    return new FeedTable(Sql.on(connection, "the feeds of disseminations"));
  }

  /** The place of the last entry, 0 where there is none. */
  long last(OrganisationCode force) {
    return sql.find("select last from feed where force = ?", row -> row.getLong(1), force)
        .orElse(0L);
  }

  /** The place of the last entry of every feed. */
  Map<OrganisationCode, Long> heads() {
    var heads = new LinkedHashMap<OrganisationCode, Long>();
    sql.list(
        "select force, last from feed",
        row -> heads.put(new OrganisationCode(row.getString(1)), row.getLong(2)));
    return heads;
  }

  /**
   * Entries behind a place, in order.
   *
   * @param bytes the page ends with the entry that passes them, however few those are
   */
  List<FeedEntry> page(OrganisationCode force, long after, int limit, long bytes) {
    return sql.list(
        """
        select * from (
          select e.*, sum(length(data) + coalesce(length(sealed_box), 0)) over (order by position)
                   - length(data) - coalesce(length(sealed_box), 0) as before
            from (select * from feed_entry where force = ? and position > ?
                   order by position limit ?) e) sized
         where before <= ? order by position\
        """,
        FeedEntry::of,
        force,
        after,
        limit,
        bytes);
  }

  /**
   * The first entry behind a place.
   *
   * @param types wire names of those that are wanted; empty: all
   */
  Optional<FeedEntry> next(OrganisationCode force, long after, Collection<String> types) {
    return types.isEmpty()
        ? sql.find(NEXT.formatted(""), FeedEntry::of, force, after)
        : sql.find(NEXT.formatted("and type = any (?)"), FeedEntry::of, force, after, types);
  }

  /** The id of the entry at a place, or null. */
  UUID idAt(OrganisationCode force, long position) {
    return sql.find(
            "select id from feed_entry where force = ? and position = ?",
            row -> row.getObject(1, UUID.class),
            force,
            position)
        .orElse(null);
  }

  /**
   * Whether there are entries behind a place and up to another, and all of them are answers to
   * commands.
   */
  boolean isAnswersOnly(OrganisationCode force, long after, long upTo) {
    return sql.find(
            """
            select f.last >= ? and ? > ? and not exists (
                     select from feed_entry e
                      where e.force = f.force and e.position > ? and e.position <= ?
                        and e.type <> ?)
              from feed f where f.force = ?\
            """,
            row -> row.getBoolean(1),
            upTo,
            upTo,
            after,
            after,
            upTo,
            FeedTypes.nameOf(CommandAnswered.class),
            force)
        .orElse(false);
  }

  /** Whether something that was recorded later of the same referral stands in the force's feed. */
  boolean isBehind(Draft draft) {
    return sql.find(
            """
            select true from feed_entry
             where referral = ? and force = ? and recorded_at > ? and type <> ? limit 1\
            """,
            row -> true,
            draft.event().referral(),
            draft.force(),
            draft.at(),
            FeedTypes.nameOf(CommandAnswered.class))
        .isPresent();
  }

  /** The place after which what was still open was first asked for: here, where it never was. */
  long catchUpAfter(OrganisationCode force) {
    sql.update(
        "update feed set caught_up_after = last where force = ? and caught_up_after is null",
        force);
    return sql.find(
            "select caught_up_after from feed where force = ?", row -> row.getLong(1), force)
        .orElseThrow();
  }

  /**
   * Makes the next places of these feeds this transaction's own until it ends.
   *
   * @return the last place given in each
   */
  Map<OrganisationCode, Long> lock(Set<OrganisationCode> forces) {
    // All in one order: two that add to the same feeds wait for each other and not in a circle.
    sql.updateAll(
        "insert into feed (force) values (?) on conflict do nothing",
        new TreeSet<>(forces).stream().map(force -> new Object[] {force}).toList());
    var last = new LinkedHashMap<OrganisationCode, Long>();
    sql.list(
        "select force, last from feed where force = any (?) order by force for update",
        row -> last.put(new OrganisationCode(row.getString(1)), row.getLong(2)),
        forces);
    return last;
  }

  /**
   * Adds what is not there yet, at the end of each force's feed and in the order given.
   *
   * @return the forces to which anything was added
   */
  Set<OrganisationCode> append(List<Draft> drafts) {
    if (drafts.isEmpty()) return Set.of();
    var forces = new HashSet<OrganisationCode>();
    for (Draft draft : drafts) forces.add(draft.force());
    Map<OrganisationCode, Long> last = lock(forces);
    Set<UUID> known = known(drafts);
    var rows = new ArrayList<Object[]>();
    var moved = new LinkedHashMap<OrganisationCode, Long>();
    for (Draft draft : drafts) {
      UUID id = id(draft);
      if (!known.add(id)) continue;
      long position = last.merge(draft.force(), 1L, Long::sum);
      moved.put(draft.force(), position);
      rows.add(row(draft, id, position));
    }
    sql.updateAll(
        """
        insert into feed_entry
          (force, position, id, type, referral, cause, recorded_at, data,
           content_form, sealed_by, sealed_key, sealed_box)
        values (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        rows);
    var moves = new ArrayList<Object[]>();
    moved.forEach((force, position) -> moves.add(new Object[] {position, force}));
    sql.updateAll("update feed set last = ? where force = ?", moves);
    return moved.keySet();
  }

  private Set<UUID> known(List<Draft> drafts) {
    List<String> ids = drafts.stream().map(draft -> id(draft).toString()).toList();
    return new HashSet<>(
        sql.list(
            "select id from feed_entry where id = any (?::uuid[])",
            row -> row.getObject(1, UUID.class),
            ids));
  }

  private static UUID id(Draft draft) {
    return draft.behind() == null
        ? FeedIds.of(draft.cause(), draft.force(), type(draft))
        : FeedIds.again(draft.cause(), draft.force(), type(draft), draft.behind());
  }

  private static String type(Draft draft) {
    return FeedTypes.nameOf(draft.event().getClass());
  }

  private static Object[] row(Draft draft, UUID id, long position) {
    Content content = draft.content();
    return new Object[] {
      draft.force(),
      position,
      id,
      type(draft),
      draft.event().referral(),
      draft.cause(),
      draft.at(),
      json(draft),
      content == null ? null : content.form(),
      content == null ? null : content.sealedBy(),
      content == null ? null : content.key(),
      content == null ? null : content.box()
    };
  }

  private static String json(Draft draft) {
    try {
      return JournalJson.mapper().writeValueAsString(draft.event());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of a feed has no JSON", e);
    }
  }
}

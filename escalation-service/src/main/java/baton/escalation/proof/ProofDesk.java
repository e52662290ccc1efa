package baton.escalation.proof;

import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.escalation.platform.Query;
import baton.escalation.platform.Sight;
import baton.journal.store.Transactions;
import baton.platform.Problems;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import baton.proof.Base64Text;
import baton.proof.MerkleTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Makes single proofs from the trees' rows. */
@ApplicationScoped
class ProofDesk {
  private static final String PLACE =
      "select topic_id, partition, log_offset, referral from archived_event where event_id = ?";

  private final Transactions transactions;
  private final CustodyBoard board;
  private final Sight sight;

  ProofDesk(Transactions transactions, CustodyBoard board, Sight sight) {
    this.transactions = transactions;
    this.board = board;
    this.sight = sight;
  }

  private record Place(String topicId, int partition, long offset, ReferralId referral) {}

  /**
   * @param size null for the last checkpoint
   */
  InclusionView inclusion(EventId event, Long size) {
    if (event == null) throw Query.wrong("event", "event is the id of an event");
    return transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          Place place = seen(event, tx);
          CheckpointTable.Row row =
              CheckpointDesk.require(
                  CheckpointTable.on(tx), place.topicId(), place.partition(), size);
          var tiles = new Tiles(row.tree(), tx);
          long index =
              tiles
                  .index(place.offset())
                  .filter(leaf -> leaf < row.size())
                  .orElseThrow(
                      () ->
                          Problems.notReadYet(
                              "The event is in no checkpoint of that size; it will be in the next"
                                  + " one that is signed."));
          return new InclusionView(
              event,
              place.topicId(),
              place.partition(),
              index,
              place.offset(),
              Base64Text.encode(tiles.hash(0, index)),
              row.size(),
              text(new MerkleTree(tiles, row.size()).inclusion(index)),
              row.note());
        });
  }

  ConsistencyView consistency(String topicId, int partition, Long from, Long to) {
    if (topicId == null) throw Query.wrong("topicId", "topicId is the id of a topic of the log");
    if (from == null || from < 0)
      throw Query.wrong("from", "from is the size of the earlier checkpoint");
    return transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          CheckpointTable.Row row =
              CheckpointDesk.require(CheckpointTable.on(tx), topicId, partition, to);
          if (from > row.size())
            throw Query.wrong("from", "from is at most the later size, which is " + row.size());
          var tree = new MerkleTree(new Tiles(row.tree(), tx), row.size());
          return new ConsistencyView(
              topicId, partition, from, row.size(), text(tree.consistency(from)));
        });
  }

  /** What another organisation owns is not there. */
  private Place seen(EventId event, Connection tx) throws SQLException {
    var absent = Problems.notFound("There is no event with this id, or it is not yours to see.");
    Place place =
        Sql.on(tx, "the archive")
            .find(
                PLACE,
                row ->
                    new Place(
                        row.getString("topic_id"),
                        row.getInt("partition"),
                        row.getLong("log_offset"),
                        referral(row.getObject("referral", UUID.class))),
                event)
            .orElseThrow(() -> absent);
    if (sight.bound() == null) return place;
    if (place.referral() == null) throw absent;
    board.find(place.referral(), tx).map(sight::require).orElseThrow(() -> absent);
    return place;
  }

  private static ReferralId referral(UUID id) {
    return id == null ? null : new ReferralId(id);
  }

  private static List<String> text(List<byte[]> hashes) {
    return hashes.stream().map(Base64Text::encode).toList();
  }
}

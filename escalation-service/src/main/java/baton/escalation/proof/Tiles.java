package baton.escalation.proof;

import baton.platform.sql.Sql;
import baton.proof.Nodes;
import baton.proof.TreeHash;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Connection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hashes of one tree, 256 of a level side by side in a row: whatever is asked of a tree is
 * computed from a few rows. On one transaction, not for several threads.
 */
final class Tiles implements Nodes {
  static final int WIDTH_BITS = 8;
  static final int WIDTH = 1 << WIDTH_BITS;

  private static final int KEPT_MAX = 64;

  private static final String FIND =
      "select hashes, offsets from proof_tile where tree = ? and level = ? and number = ?";

  private static final String KEEP =
      """
      insert into proof_tile (tree, level, number, hashes, offsets, first_offset)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tree, level, number)
      do update set hashes = excluded.hashes, offsets = excluded.offsets
      """;

  private static final String NUMBER_OF =
      """
      select number from proof_tile where tree = ? and level = 0 and first_offset <= ?
      order by first_offset desc limit 1
      """;

  private final Sql sql;
  private final int tree;

  /** Number of the tile in which a place was last found, or -1. */
  private long recent = -1;

  /** By level, the tile that is not full and was not kept yet. */
  private final Map<Integer, Long> open = new LinkedHashMap<>();

  private final Map<Place, Tile> known =
      new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Tile> eldest) {
          return size() > KEPT_MAX;
        }
      };

  Tiles(int tree, Connection connection) {
    this.sql = Sql.on(connection, "the hashes of a tree");
    this.tree = tree;
  }

  private record Place(int level, long number) {}

  /**
   * @param hashes of 32 bytes
   * @param offsets of 8 bytes, on level 0; else null
   */
  private record Tile(byte[] hashes, byte[] offsets) {
    byte[] hash(int place) {
      return Arrays.copyOfRange(hashes, place * TreeHash.BYTES, (place + 1) * TreeHash.BYTES);
    }

    int width() {
      return hashes.length / TreeHash.BYTES;
    }

    LongBuffer places() {
      return ByteBuffer.wrap(offsets).asLongBuffer();
    }

    Tile with(byte[] hash, Long offset) {
      byte[] more =
          offset == null
              ? null
              : ByteBuffer.allocate((width() + 1) * Long.BYTES)
                  .put(offsets)
                  .putLong(offset)
                  .array();
      byte[] longer = Arrays.copyOf(hashes, hashes.length + TreeHash.BYTES);
      System.arraycopy(hash, 0, longer, hashes.length, TreeHash.BYTES);
      return new Tile(longer, more);
    }
  }

  @Override
  public byte[] hash(int level, long number) {
    int within = level % WIDTH_BITS;
    long first = number << within;
    Tile tile = require(new Place(level / WIDTH_BITS, first >> WIDTH_BITS));
    return hash(tile, (int) (first & (WIDTH - 1)), 1 << within);
  }

  /** Where a leaf stands on the log. */
  long offset(long index) {
    return require(new Place(0, index >> WIDTH_BITS)).places().get((int) (index & (WIDTH - 1)));
  }

  /** Which leaf stands there on the log, if any. Quick where the places asked for go upwards. */
  Optional<Long> index(long offset) {
    if (!covers(recent, offset))
      recent = sql.find(NUMBER_OF, row -> row.getLong(1), tree, offset).orElse(-1L);
    if (recent < 0) return Optional.empty();
    LongBuffer places = require(new Place(0, recent)).places();
    long[] offsets = new long[places.remaining()];
    places.get(offsets);
    int place = Arrays.binarySearch(offsets, offset);
    return place < 0 ? Optional.empty() : Optional.of((recent << WIDTH_BITS) + place);
  }

  private boolean covers(long number, long offset) {
    if (number < 0) return false;
    LongBuffer places = require(new Place(0, number)).places();
    return places.get(0) <= offset && offset <= places.get(places.limit() - 1);
  }

  /**
   * Appends leaves; {@link #flush} keeps what is not full yet.
   *
   * @param index of the leaf, which is the tree's size so far
   */
  void append(long index, byte[] leaf, long offset) {
    append(new Place(0, index >> WIDTH_BITS), (int) (index & (WIDTH - 1)), leaf, offset);
  }

  private void append(Place place, int within, byte[] hash, Long offset) {
    Tile tile =
        within == 0 ? new Tile(new byte[0], offset == null ? null : new byte[0]) : require(place);
    if (tile.width() != within)
      throw new IllegalStateException(
          "tree %d: place %d of tile %d on level %d is not the next one"
              .formatted(tree, within, place.number(), place.level()));
    tile = tile.with(hash, offset);
    known.put(place, tile);
    if (tile.width() < WIDTH) {
      open.put(place.level(), place.number());
      return;
    }
    keep(place, tile);
    open.remove(place.level());
    append(
        new Place(place.level() + 1, place.number() >> WIDTH_BITS),
        (int) (place.number() & (WIDTH - 1)),
        hash(tile, 0, WIDTH),
        null);
  }

  void flush() {
    open.forEach(
        (level, number) -> {
          var place = new Place(level, number);
          keep(place, require(place));
        });
    open.clear();
  }

  private void keep(Place place, Tile tile) {
    sql.update(
        KEEP,
        tree,
        place.level(),
        place.number(),
        tile.hashes(),
        tile.offsets(),
        tile.offsets() == null ? null : tile.places().get(0));
  }

  private Tile require(Place place) {
    Tile tile = known.get(place);
    if (tile != null) return tile;
    tile =
        sql.find(
                FIND,
                row -> new Tile(row.getBytes("hashes"), row.getBytes("offsets")),
                tree,
                place.level(),
                place.number())
            .orElseThrow(
                () -> new IllegalStateException("tree %d lacks tile %s".formatted(tree, place)));
    known.put(place, tile);
    return tile;
  }

  private static byte[] hash(Tile tile, int first, int count) {
    if (count == 1) return tile.hash(first);
    int half = count / 2;
    return TreeHash.node(hash(tile, first, half), hash(tile, first + half, half));
  }
}

package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is kept of the events of each referral, oldest first, in blocks that are chained from the
 * newest to the oldest and used again once they are free. A place is where a tape ends: a block's
 * number and how much of it is in use; 0 is that of an empty tape.
 */
final class Tapes {
  static final long EMPTY = 0;

  private static final int BLOCK = 128;

  /** Of a block, the number of the one before it comes first. */
  private static final int FIRST = Integer.BYTES;

  private static final int BLOCKS_A_PAGE = 1 << 13;
  private static final long BLOCK_MASK = (1L << 31) - 1;

  private byte[][] pages = new byte[0][];
  private int blocks = 1;
  private int free;
  private int freed;

  /** Bits of a place. */
  static final int PLACE_BITS = 31 + 8;

  /** Bytes in use. */
  long bytes() {
    return (long) (blocks - freed) * BLOCK;
  }

  /** Reads ahead what an append will write. */
  int touch(long place) {
    int block = (int) (place & BLOCK_MASK);
    return block == 0 ? 0 : page(block)[offset(block) + (int) (place >>> 31) - 1];
  }

  /** Puts it at the end, its length before it, and says where the tape then ends. */
  long append(long place, byte[] packed) {
    int block = (int) (place & BLOCK_MASK);
    int used = (int) (place >>> 31);
    if (block == 0) {
      block = take(0);
      used = FIRST;
    }
    int length = packed.length;
    while (true) {
      if (used == BLOCK) {
        block = take(block);
        used = FIRST;
      }
      boolean more = length > 0x7F;
      page(block)[offset(block) + used++] = (byte) (more ? length | 0x80 : length);
      if (!more) break;
      length >>>= 7;
    }
    int done = 0;
    while (true) {
      int part = Math.min(packed.length - done, BLOCK - used);
      System.arraycopy(packed, done, page(block), offset(block) + used, part);
      done += part;
      used += part;
      if (done == packed.length) return block | (long) used << 31;
      block = take(block);
      used = FIRST;
    }
  }

  /** The whole tape in one piece. */
  void read(long place, Packed into) {
    int newest = (int) (place & BLOCK_MASK);
    int count = 0;
    for (int block = newest; block != 0; block = before(block)) count++;
    into.begin(count * BLOCK);
    if (count == 0) return;
    int last = (int) (place >>> 31) - FIRST;
    into.size = (count - 1) * (BLOCK - FIRST) + last;
    int part = last;
    int at = into.size;
    for (int block = newest; block != 0; block = before(block)) {
      at -= part;
      System.arraycopy(page(block), offset(block) + FIRST, into.bytes, at, part);
      part = BLOCK - FIRST;
    }
  }

  /** Its blocks are free. */
  void drop(long place) {
    int block = (int) (place & BLOCK_MASK);
    while (block != 0) {
      int before = before(block);
      Ascii.INT.set(page(block), offset(block), free);
      free = block;
      freed++;
      block = before;
    }
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(blocks);
    out.writeInt(free);
    out.writeInt(freed);
    out.writeInt(pages.length);
    for (byte[] page : pages) Stored.put(out, page, page.length);
  }

  static Tapes saved(DataInputStream in) throws IOException {
    var tapes = new Tapes();
    tapes.blocks = in.readInt();
    tapes.free = in.readInt();
    tapes.freed = in.readInt();
    tapes.pages = new byte[in.readInt()][];
    for (int i = 0; i < tapes.pages.length; i++) tapes.pages[i] = Stored.bytes(in);
    return tapes;
  }

  private int take(int before) {
    int block = free;
    if (block != 0) {
      free = before(block);
      freed--;
    } else {
      block = blocks++;
      if (block >>> 13 == pages.length) {
        pages = Arrays.copyOf(pages, pages.length + 1);
        pages[pages.length - 1] = new byte[BLOCKS_A_PAGE * BLOCK];
      }
    }
    Ascii.INT.set(page(block), offset(block), before);
    return block;
  }

  private int before(int block) {
    return (int) Ascii.INT.get(page(block), offset(block));
  }

  private byte[] page(int block) {
    return pages[block >>> 13];
  }

  private static int offset(int block) {
    return (block & BLOCKS_A_PAGE - 1) * BLOCK;
  }
}

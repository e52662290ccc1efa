package baton.replay.model;

/**
 * What of a tape decides whether its referral is concluded: which events came in which order, what
 * they say, and where they name the same person or place again; not who that is, nor when it was.
 * Tapes of one shape end alike, so one of them is folded for all. Belongs to one thread.
 */
final class Shape {
  private static final int STREAMS_MAX = 8;
  private static final int NAMES_MAX = 64;

  /** Only so many ids of a stream are remembered by the fold, see {@link Summary}. */
  private static final int EVENTS_OF_A_STREAM_MAX = 32;

  private final Forms forms;
  private final Words words;
  private final long[] streams = new long[STREAMS_MAX];
  private final int[] next = new int[STREAMS_MAX];

  /** Both halves of the id of each event of each stream. */
  private final long[] ids = new long[STREAMS_MAX * EVENTS_OF_A_STREAM_MAX * 2];

  private final long[] names = new long[NAMES_MAX];
  private int streamCount;
  private int nameCount;
  private long newest;
  private long hash;
  private long digest;

  Shape(Forms forms, Words words) {
    this.forms = forms;
    this.words = words;
  }

  long hash() {
    return hash;
  }

  /** See {@link Summary}. */
  long digest() {
    return digest;
  }

  private enum Place {
    NEXT,
    /** The very event that stands there already: no fold takes it again. */
    REPEATED,
    /** Another one, or one too early, or one too many. */
    ODD
  }

  /**
   * @return false for a tape that has to be folded itself: with gaps, rivals for one place, or an
   *     event that was kept whole
   */
  boolean of(Packed tape) {
    streamCount = 0;
    nameCount = 0;
    newest = Long.MIN_VALUE;
    hash = 0;
    digest = 0;
    var in = new Packed.Reader(tape.bytes, 0, tape.size);
    while (in.at < in.end) {
      int length = (int) in.count();
      int end = in.at + length;
      int number = (int) in.count();
      if (number == Forms.WHOLE || !event(number, in, end)) return false;
    }
    return true;
  }

  private boolean event(int number, Packed.Reader in, int end) {
    Form form = forms.form(number);
    Slot[] slots = form.slots();
    long before = hash;
    hash = Hash.mix(hash, number);
    long high = 0;
    long low = 0;
    long time = 0;
    for (int i = 0; i < slots.length; i++) {
      switch (slots[i].kind) {
        case UUID -> {
          long first = in.fixed();
          long second = in.fixed();
          if (time == 0) time = Times.ofId(first);
          if (i == 0) {
            high = first;
            low = second;
          } else if (!name(Hash.mix(first, second))) return false;
        }
        case TIME -> {
          time += in.difference();
          if (i == form.recordedSlot()) {
            if (time < newest) return false;
            newest = time;
          }
        }
        case COUNT -> {
          long sequence = in.count();
          switch (place(form.stream(), sequence, high, low)) {
            case NEXT -> digest += Summary.event(sequence, high, low);
            case REPEATED -> {
              hash = before;
              in.at = end;
              return true;
            }
            case ODD -> {
              return false;
            }
          }
        }
        case TEXT -> {
          long value = in.count();
          int word = (int) (value >>> 1);
          if ((value & 1) != 0) {
            if (!name(own(in, word))) return false;
          } else if (words.isName(word)) {
            if (!name(word)) return false;
          } else hash = Hash.mix(hash, word);
        }
        case SCALAR -> {
          long value = in.count();
          hash = Hash.mix(hash, value);
          if ((value & 1) != 0) hash = Hash.mix(hash, own(in, (int) (value >>> 1)));
        }
        case SELF, SKIPPED -> {}
      }
    }
    return true;
  }

  private Place place(long stream, long sequence, long high, long low) {
    if (stream == 0) return Place.ODD;
    int known = 0;
    while (known < streamCount && streams[known] != stream) known++;
    if (known == STREAMS_MAX) return Place.ODD;
    if (known == streamCount) {
      streams[streamCount] = stream;
      next[streamCount++] = 0;
    }
    if (sequence > next[known] || sequence >= EVENTS_OF_A_STREAM_MAX) return Place.ODD;
    int at = (known * EVENTS_OF_A_STREAM_MAX + (int) sequence) * 2;
    if (sequence < next[known])
      return ids[at] == high && ids[at + 1] == low ? Place.REPEATED : Place.ODD;
    ids[at] = high;
    ids[at + 1] = low;
    next[known]++;
    hash = Hash.mix(hash, known);
    return Place.NEXT;
  }

  private boolean name(long name) {
    int known = 0;
    while (known < nameCount && names[known] != name) known++;
    if (known == NAMES_MAX) return false;
    if (known == nameCount) names[nameCount++] = name;
    hash = Hash.mix(hash, known);
    return true;
  }

  private static long own(Packed.Reader in, int length) {
    long hash = length;
    for (int end = in.at + length; in.at < end; in.at++) hash = Hash.mix(hash, in.bytes[in.at]);
    return hash;
  }
}

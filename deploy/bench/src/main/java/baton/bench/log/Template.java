package baton.bench.log;

import java.util.ArrayList;

/**
 * The canonical bytes of one event with stand-ins, and where they stand.
 *
 * @param fields parallel to {@code offsets}
 * @param box length of the sealed box, 0 where there is none
 */
record Template(byte[] bytes, Field[] fields, int[] offsets, int box) {
  private static final byte QUOTE = '"';

  static Template of(byte[] canonical) {
    var fields = new ArrayList<Field>();
    var offsets = new ArrayList<Integer>();
    int box = 0;
    for (Field field : Field.values()) {
      for (int at = field.find(canonical, 0); at >= 0; at = field.find(canonical, at + 1)) {
        fields.add(field);
        offsets.add(at);
        if (field == Field.BOX) box = length(canonical, at);
      }
    }
    return new Template(
        canonical,
        fields.toArray(Field[]::new),
        offsets.stream().mapToInt(Integer::intValue).toArray(),
        box);
  }

  private static int length(byte[] bytes, int from) {
    int end = from;
    while (bytes[end] != QUOTE) end++;
    return end - from;
  }
}

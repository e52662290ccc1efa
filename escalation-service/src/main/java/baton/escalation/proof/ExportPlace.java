package baton.escalation.proof;

import baton.escalation.platform.Query;

/** A leaf, or a size: {@code <topic id>/<partition>/<number>}. */
record ExportPlace(String topicId, int partition, long number) {

  /**
   * @param name of the parameter
   */
  static ExportPlace parse(String name, String text) {
    String[] parts = text.split("/", -1);
    try {
      if (parts.length == 3)
        return new ExportPlace(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    } catch (NumberFormatException notOne) {
      // the problem below says what is wanted
    }
    throw Query.wrong(
        name, name + " is <topic id>/<partition>/<number>, as the proof file has them");
  }

  boolean isOf(CheckpointTable.Row row) {
    return row.topicId().equals(topicId) && row.partition() == partition;
  }
}

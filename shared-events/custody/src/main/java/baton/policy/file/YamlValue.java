package baton.policy.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file that knows where it stands, so that what is wrong with it can be told. */
final class YamlValue {
  private final String file;
  private final Node node;

  private YamlValue(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  static YamlValue read(String file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) throw new PolicyFileUnusable(file + " is empty");
      return new YamlValue(file, root);
    } catch (MarkedYAMLException e) {
      throw new PolicyFileUnusable(
          at(file, e.getProblemMark().getLine() + 1) + "it is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new PolicyFileUnusable(file + " is no YAML: " + e.getMessage());
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  PolicyFileUnusable wrong(String what) {
    return new PolicyFileUnusable(at(file, line()) + what);
  }

  List<YamlValue> list(String ofWhat) {
    if (!(node instanceof SequenceNode list)) throw wrong("a list of " + ofWhat + " is expected");
    return list.getValue().stream().map(each -> new YamlValue(file, each)).toList();
  }

  /** Key to value, in the order of the file. */
  Map<YamlValue, YamlValue> fields(String ofWhat) {
    if (!(node instanceof MappingNode map)) throw wrong(ofWhat + " has fields, one a line");
    var fields = new LinkedHashMap<YamlValue, YamlValue>();
    var seen = new ArrayList<String>();
    for (NodeTuple tuple : map.getValue()) {
      var key = new YamlValue(file, tuple.getKeyNode());
      if (seen.contains(key.text())) throw key.wrong("'" + key.text() + "' stands here twice");
      seen.add(key.text());
      fields.put(key, new YamlValue(file, tuple.getValueNode()));
    }
    return fields;
  }

  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank())
      throw wrong("a value is expected");
    return scalar.getValue().strip();
  }

  /** The text as something else; what its reader refuses is told with the line. */
  <T> T as(Function<String, T> reader) {
    try {
      return reader.apply(text());
    } catch (PolicyFileUnusable told) {
      throw told;
    } catch (IllegalArgumentException unusable) {
      throw wrong(unusable.getMessage());
    }
  }

  private static String at(String file, int line) {
    return file + " line " + line + ": ";
  }
}

package io.omnigraph.store.commit;

import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.World;
import io.omnigraph.ground.Digest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.StoredObject;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.cache.CacheKey;
import io.omnigraph.store.cache.Cached;
import io.omnigraph.store.cache.FileCache;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The refs, commits and schema sources of a graph.
 *
 * <pre>
 * graph.json              the claim, written once
 * refs/&lt;branch&gt;.json      the commit that a branch points to
 * tags/&lt;name&gt;.json        the commit that a tag points to, in the same form
 * commits/&lt;ulid&gt;.json     written once
 * schemas/&lt;digest&gt;.pg     sources, verbatim, written once
 * schemas/&lt;digest&gt;.json   what they were compiled to
 * </pre>
 *
 * <p>Commits never change, so those that were read are kept. Safe for use by several threads.
 */
public final class GraphStore {

  /** The claim of a root. */
  public static final String CLAIM = "graph.json";

  private static final String SUFFIX = ".json";

  /** What a commit takes in memory for each character of its file, roughly. */
  private static final int BYTES_PER_CHARACTER = 3;

  private final Storage storage;
  private final Releases releases;
  private final Refs refs;
  private final World world;
  private final FileCache cache;
  private final String cacheName;
  private final Landing landing;
  private volatile int format;

  /** The store of a graph's root. */
  public GraphStore(Storage storage, World world, FileCache cache) {
    this.storage = storage;
    this.world = world;
    this.cache = cache;
    // Commits are known to the store that read them alone: another one looks whether they stand.
    this.cacheName = cache.name(storage.root());
    this.releases = new Releases(storage, world);
    this.refs = new Refs(storage);
    this.landing = new Landing(this);
  }

  /** Whether commits may have rows in their records: from format 2 on. */
  public boolean hasDeltas() {
    int known = format;
    if (known == 0) {
      RootContent content = RootContent.of(storage);
      Optional<String> problem = content.problem();
      if (problem.isPresent()) {
        // A writer that took the graph for one of format 1 would lose rows in records.
        throw new DamagedGraphException(problem.get());
      }
      known = content.format();
      format = known;
    }
    return known >= RootContent.DELTAS;
  }

  /** The root, normalised. */
  public String root() {
    return storage.root();
  }

  /** The storage of the root. */
  public Storage storage() {
    return storage;
  }

  /** The world around the graph. */
  public World world() {
    return world;
  }

  /** The commits whose rows were given up. */
  public Releases releases() {
    return releases;
  }

  /** Where a branch points now; empty when there is no such branch. */
  public Optional<Head> head(String branch) {
    return refs.find(branch).map(ref -> head(branchRef(ref)));
  }

  /** The branches, in byte order. */
  public List<String> branches() {
    return List.copyOf(refs.all().keySet());
  }

  /** The tags. */
  public Tags tags() {
    return new Tags(storage);
  }

  /** Where branches and tags point now. */
  public NamedStates named() {
    SortedMap<String, BranchRef> branches = new TreeMap<>();
    refs.all().forEach((name, ref) -> branches.put(name, branchRef(ref)));
    SortedMap<String, String> tagged = new TreeMap<>();
    tags().all().forEach(tag -> tagged.put(tag.name(), tag.commit()));
    return new NamedStates(branches, tagged);
  }

  /** Creates the first branch unless it exists, and says whether it did. */
  public boolean createBranch(String branch, CommitRecord at) {
    return refs.create(branch, at, null, world.freshId());
  }

  /**
   * Creates a branch where another one is unless it exists. A cleanup that began between the two
   * may not have seen it; it is then taken back.
   */
  public BranchCreation createBranch(String branch, Head from) {
    String mark = world.freshId();
    if (!refs.create(branch, from.commit(), from.branch(), mark)) {
      return BranchCreation.TAKEN;
    }
    Optional<Refs.Ref> now = refs.find(from.branch());
    boolean isUndisturbed =
        now.isPresent() && Objects.equals(now.get().pointer().mark(), from.mark());
    if (isUndisturbed || !releases.isDoomed(from.commit().id())) {
      return BranchCreation.CREATED;
    }
    refs.takeBack(branch, from.commit().id());
    return BranchCreation.OVERTAKEN;
  }

  /**
   * Makes every swap of a branch fail that was begun before, so that whoever writes looks at the
   * graph anew.
   *
   * @param mark that no branch has borne
   */
  public void mark(String branch, String mark) {
    refs.mark(branch, mark);
  }

  /**
   * Moves a branch unless somebody else has moved it, and says whether it did.
   *
   * @throws io.omnigraph.graph.failure.UnknownOutcomeException when the store's answer was lost for
   *     good; the branch may have been moved
   */
  public boolean moveBranch(Head from, CommitRecord to) {
    return landing.of(from.branch(), to, () -> refs.move(from.branch(), from.ref(), to));
  }

  /** Writes again where a branch points, unless somebody has moved it on. */
  void rewrite(Head at, CommitRecord commit) {
    refs.move(at.branch(), at.ref(), commit);
  }

  /** Removes a branch unless somebody has moved or removed it, and says whether it did. */
  public boolean deleteBranch(Head branch) {
    return refs.delete(branch.branch(), branch.ref());
  }

  /**
   * Gives a branch another name, unless the name is taken or somebody moves the branch meanwhile,
   * and says whether it did.
   */
  public boolean renameBranch(String branch, String name) {
    return refs.find(branch).map(ref -> refs.rename(ref, name)).orElse(false);
  }

  /** The branches that were created from one and are still there. */
  public List<String> createdFrom(String branch) {
    return refs.createdFrom(branch);
  }

  /**
   * Points a branch to a commit, unless it is no longer as it was read, and says whether it did.
   *
   * @throws io.omnigraph.graph.failure.UnknownOutcomeException as for {@link #moveBranch}
   */
  public boolean pointBranch(BranchRef from, CommitRecord to) {
    return landing.of(from.branch(), to, () -> refs.move(from.branch(), from.content(), to));
  }

  /**
   * The head of a branch that was read.
   *
   * @throws DamagedGraphException when its commit is not there or cannot be read
   */
  public Head head(BranchRef ref) {
    return new Head(
        ref.branch(),
        ref.content(),
        ref.mark(),
        commit(ref.commit())
            .orElseThrow(() ->
                new DamagedGraphException(
                    "branch `%s` points to commit %s, which is not found"
                        .formatted(ref.branch(), ref.commit()))));
  }

  /** The ids of all commits that are stored, whether anything leads to them or not. */
  public List<String> commitIds() {
    return storage.list("commits").stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .toList();
  }

  /** A commit; empty when there is none of the id. */
  public Optional<CommitRecord> commit(String id) {
    Optional<CommitRecord> known = cache.find(key(id), CommitRecord.class);
    if (known.isPresent()) {
      return known;
    }
    if (!id.matches("[0-9A-Z]{26}")) {
      return Optional.empty();
    }
    return storage
        .get(commitKey(id))
        .map(stored -> remember(parse(id, stored), stored.content().length));
  }

  /**
   * Rows in the record of a commit.
   *
   * @param table the id of their table
   * @throws DamagedGraphException when they are not there
   */
  public DeltaRows delta(String commit, String table) {
    DeltaRows rows = commit(commit).map(record -> record.deltas().get(table)).orElse(null);
    if (rows == null) {
      throw new DamagedGraphException(
          "the rows of table `%s` in commit %s are not found".formatted(table, commit));
    }
    return rows;
  }

  /**
   * Removes rows from the records of all commits, for good. Whoever names them afterwards gets
   * {@link DamagedGraphException}.
   *
   * @param datasets those of the tables whose rows go
   */
  public void forgetRows(Set<String> datasets) {
    for (String id : commitIds()) {
      CommitRecord commit = commit(id).orElse(null);
      if (commit != null && !commit.deltas().isEmpty()) {
        Set<String> gone = new TreeSet<>();
        for (TableEntry table : commit.tables().values()) {
          TableEntry.TableData data = table.data();
          if (data != null && datasets.contains(data.dataset())) {
            gone.add(table.id());
          }
        }
        gone.retainAll(commit.deltas().keySet());
        if (!gone.isEmpty()) {
          writeCommit(commit.withoutDeltas(gone));
        }
      }
    }
  }

  /** Writes a commit that nothing points to yet. */
  public void writeCommit(CommitRecord commit) {
    writeCommits(List.of(commit));
  }

  /** Writes commits that nothing points to yet. */
  public void writeCommits(List<CommitRecord> written) {
    List<CommitRecord> stamped = written.stream().map(CommitRecord::stamped).toList();
    List<byte[]> contents = stamped.stream().map(GraphStore::bytes).toList();
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < stamped.size(); i++) {
      files.put(commitKey(stamped.get(i).id()), contents.get(i));
    }
    storage.putAll(files);
    for (int i = 0; i < stamped.size(); i++) {
      remember(stamped.get(i), contents.get(i).length);
    }
  }

  /** Removes a commit that nothing came to point to. */
  public void discardCommit(CommitRecord commit) {
    cache.remove(key(commit.id()));
    storage.delete(commitKey(commit.id()));
  }

  /** Writes a schema: its compiled form, then its source. What is there already is the same. */
  public void writeSchema(Schema schema) {
    Digest digest = schema.digest();
    storage.putIfAbsent(compiledKey(digest), bytes(CompiledSchema.of(schema)));
    storage.putIfAbsent(schemaKey(digest), schema.source().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The source of a schema. Comments and layout may have been changed by hand.
   *
   * @throws DamagedGraphException when it is not there or means something else than it did
   */
  public String schema(Digest digest) {
    StoredObject source =
        storage
            .get(schemaKey(digest))
            .orElseThrow(() ->
                new DamagedGraphException(
                    "the accepted schema `" + schemaKey(digest) + "` not found"));
    if (!Digest.of(source.content()).equals(digest) && !isSameSchema(digest, source.text())) {
      throw new DamagedGraphException(
          "schema evolution is locked down in phase 1: the accepted schema `%s` was changed by hand"
              .formatted(schemaKey(digest)));
    }
    return source.text();
  }

  private boolean isSameSchema(Digest digest, String edited) {
    return storage
        .get(compiledKey(digest))
        .map(stored -> CompiledSchema.read(compiledKey(digest), stored))
        .filter(compiled -> compiled.isMeantBy(edited))
        .isPresent();
  }

  private static String compiledKey(Digest digest) {
    return "schemas/" + digest.hex() + SUFFIX;
  }

  /** Where the source of a schema lies. */
  public static String schemaKey(Digest digest) {
    return "schemas/" + digest.hex() + ".pg";
  }

  /** JSON of a record, in bytes. */
  public static byte[] bytes(Object value) {
    return (Json.pretty(Json.tree(value)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static BranchRef branchRef(Refs.Ref ref) {
    return new BranchRef(ref.branch(), ref.content(), ref.pointer().commit(), ref.pointer().mark());
  }

  private CommitRecord parse(String id, StoredObject stored) {
    try {
      CommitRecord commit = Json.mapper().readValue(stored.content(), CommitRecord.class);
      if (commit.formatVersion() > CommitRecord.DELTA_FORMAT) {
        throw new DamagedGraphException(
            "commit " + id + " was written by a newer program; upgrade omnigraph first");
      }
      return commit;
    } catch (java.io.IOException e) {
      throw new DamagedGraphException("cannot read commit " + id, e);
    }
  }

  private CommitRecord remember(CommitRecord commit, int length) {
    cache.put(key(commit.id()), new Cached(commit, (long) length * BYTES_PER_CHARACTER));
    return commit;
  }

  private CacheKey key(String commit) {
    return new CacheKey(cacheName, CacheKey.Form.COMMIT, commit);
  }

  private static String commitKey(String id) {
    return "commits/" + id + SUFFIX;
  }
}

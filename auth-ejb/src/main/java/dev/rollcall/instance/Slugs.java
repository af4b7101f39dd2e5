package dev.rollcall.instance;

import java.security.SecureRandom;
import java.util.List;

/** Names for instances that a person can tell apart and say aloud, for example {@code brisk-heron-41}. */
final class Slugs {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final List<String> ADJECTIVES = List.of(
            "able", "amber", "ample", "apt", "bold", "brave", "brief", "bright", "brisk", "broad", "calm", "clear",
            "clever", "cosy", "crisp", "curious", "deft", "eager", "early", "easy", "fair", "fast", "fine", "firm",
            "fleet", "fond", "frank", "fresh", "gentle", "glad", "golden", "grand", "green", "happy", "hardy", "humble",
            "jolly", "keen", "kind", "light", "lively", "loyal", "lucky", "mellow", "merry", "mild", "modest", "neat",
            "nimble", "noble", "patient", "plain", "proud", "quick", "quiet", "rapid", "ready", "rosy", "silver",
            "sleek", "smart", "snug", "sober", "solid", "spry", "steady", "stout", "sunny", "sure", "swift", "tidy",
            "trusty", "vivid", "warm", "wise", "witty", "young", "zesty");

    private static final List<String> ANIMALS = List.of(
            "badger",
            "bear",
            "beaver",
            "bee",
            "bison",
            "bittern",
            "bream",
            "buck",
            "camel",
            "carp",
            "cat",
            "cod",
            "colt",
            "cormorant",
            "crab",
            "crane",
            "cricket",
            "crow",
            "curlew",
            "deer",
            "dolphin",
            "dove",
            "duck",
            "eagle",
            "eel",
            "egret",
            "elk",
            "ferret",
            "finch",
            "fox",
            "frog",
            "gecko",
            "goat",
            "goose",
            "grouse",
            "gull",
            "hare",
            "hawk",
            "hedgehog",
            "heron",
            "horse",
            "ibex",
            "jackdaw",
            "jay",
            "kestrel",
            "kite",
            "lark",
            "lemur",
            "linnet",
            "lizard",
            "llama",
            "lobster",
            "lynx",
            "magpie",
            "marten",
            "mole",
            "moose",
            "moth",
            "mouse",
            "newt",
            "otter",
            "owl",
            "oyster",
            "panda",
            "perch",
            "pike",
            "plover",
            "pony",
            "puffin",
            "quail",
            "rabbit",
            "raven",
            "robin",
            "salmon",
            "seal",
            "shrew",
            "sparrow",
            "stag",
            "starling",
            "stoat",
            "stork",
            "swan",
            "swift",
            "tapir",
            "tern",
            "thrush",
            "toad",
            "trout",
            "turtle",
            "vole",
            "walrus",
            "weasel",
            "whale",
            "wolf",
            "wren",
            "yak",
            "zebra");

    private Slugs() {}

    /** A random slug; whether it is taken the caller must see. */
    static String random() {
        return pick(ADJECTIVES) + "-" + pick(ANIMALS) + "-" + (10 + RANDOM.nextInt(90));
    }

    private static String pick(List<String> words) {
        return words.get(RANDOM.nextInt(words.size()));
    }
}

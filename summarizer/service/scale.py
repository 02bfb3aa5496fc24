"""Topics, and beginnings of articles about them: what a model's cosines are measured on."""

__all__ = ["ABOUT"]

#: Written for this; each text is about its own topic and has nothing to do with the others
ABOUT = (
    (
        "football cup final",
        (
            "The goalkeeper saved two penalties in the last minutes of the final, and the "
            "visitors lifted the cup for the first time in thirty years. Thousands of "
            "supporters sang in the stadium long after the referee had ended the match."
        ),
    ),
    (
        "interest rates of the central bank",
        (
            "Interest rates will stay as they are until the spring, the central bank said on "
            "Thursday. Its governor expects inflation to fall, but warned that loans and "
            "mortgages would not become cheaper soon. Shares rose slightly after the "
            "announcement."
        ),
    ),
    (
        "discovery of a distant galaxy",
        (
            "A new telescope in the desert has photographed a galaxy that is older than any "
            "seen before. Astronomers say that its light set out when the universe was young, "
            "and hope to learn how the first stars came about."
        ),
    ),
    (
        "drought and harvest",
        (
            "Farmers fear for the harvest after eleven weeks without rain. Fields of maize have "
            "withered, cattle are sold for want of fodder, and the ministry has promised aid to "
            "those whose wells have run dry."
        ),
    ),
    (
        "railway accident",
        (
            "Two trains collided in a tunnel early on Monday, and the line was closed "
            "overnight. Rescuers freed passengers from the carriages; forty were injured, two "
            "of them gravely. A signal may have failed, the railway company said."
        ),
    ),
    (
        "vaccination of children",
        (
            "Doctors have begun to vaccinate children against the fever in all schools of the "
            "region. The vaccine was tested for three years and protects nine in ten of them, "
            "the health authority said. Parents may refuse."
        ),
    ),
    (
        "concert of an orchestra",
        (
            "The orchestra opened the season with a symphony by a young composer, who sat in "
            "the third row. The conductor, on her last tour, was applauded for a quarter of an "
            "hour; the violins had never sounded so warm."
        ),
    ),
    (
        "burglary in a museum",
        (
            "Thieves broke into the museum through a skylight and took four paintings within "
            "six minutes. The police found the frames in a canal and are looking for a white "
            "van. The pictures were not insured."
        ),
    ),
    (
        "election of a new parliament",
        (
            "Voters chose a new parliament on Sunday, and the ruling party lost its majority. "
            "The opposition wants to form a coalition with the liberals. Turnout was higher "
            "than four years ago, officials of the electoral commission said."
        ),
    ),
    (
        "launch of a mobile phone",
        (
            "The company presented its new mobile phone, which folds twice and costs more than "
            "a laptop. It has a brighter screen and a battery for two days, and will be sold "
            "from October. Analysts had hoped for a cheaper device."
        ),
    ),
)
